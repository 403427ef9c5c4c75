/**
 * What people take first when they must think of a password, in Dutch and English; written from general knowledge of
 * published lists. Years, digits, signs around it and letters written as digits make none of them better.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passwd passphrase wachtwoord welkom welcome geheim secret admin administrator beheer beheerder root user
  gebruiker guest gast test testtest tester temp tijdelijk temporary default standaard changeme verander veranderme
  letmein laatmeerin login inloggen signin toegang access master superuser qwerty qwertyuiop qwertyuiopasdf azerty
  asdfgh asdfghjkl zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc iloveyou ikhouvanjou ikhouvanje hallo hello hoihoi
  goedemorgen sunshine zonneschijn princess prinses monkey aap dragon draak football voetbal baseball basketbal hockey
  superman batman spiderman starwars pokemon minecraft fortnite trustno trustnoone whatever computer laptop internet
  google facebook instagram youtube netflix microsoft windows office outlook samsung iphone apple android ajax
  ajaxamsterdam feyenoord psveindhoven twente heerenveen amsterdam rotterdam utrecht denhaag eindhoven groningen
  tilburg almere breda nijmegen arnhem haarlem enschede maastricht zwolle leiden nederland holland oranje koningsdag
  sinterklaas kerstmis zomer winter lente herfst voorjaar najaar spring summer autumn januari februari maart april mei
  juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  school leerling leerlingen student studenten docent docenten leraar mentor onderwijs verzuim verzuimloket leerplicht
  leerplichtambtenaar gemeente melding meldingen melder loket doorstroompunt aanwezig afwezig vakantie schoolvakantie
  correcthorsebatterystaple correctpaardbatterijnietje changeit ditismijnwachtwoord ditiseenwachtwoord mijnwachtwoord
  thisismypassword mypassword nopassword geenwachtwoord wachtwoordwachtwoord passwordpassword welkomwelkom
  adminadmin qwertyqwerty abcdef abcdefg abcdefgh abcdefghijkl abcdefghijklmnop abcabcabc abcdabcd`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
