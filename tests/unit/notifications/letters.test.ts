import { describe, expect, test } from "vitest";
import { type Locale, locales } from "@/lib/i18n/locale";
import { bringingInLetter, type LetterFacts, type LetterReader, letterAbout } from "@/lib/notifications/letters";
import { fillIn, invitationLetter, invitationMark } from "@/lib/notifications/other-letters";
import { calendarDate, endOfDay } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { type EventKind, eventKinds, type TimelineEvent } from "@/lib/timeline/events";
import { everyKind } from "@/tests/unit/timeline/stories";
import { facts } from "./facts";

const kinds = Object.keys(eventKinds) as EventKind[];
const sides = ["school", "office", "desk"] as const;
const sending = {
  now: nowAt(new Date("2026-04-24T10:00:00Z")),
  origin: "https://loket.example",
  mailFrom: "loket@loket.example",
  isAnswerable: false,
};

test("a letter to the school says which report, who has it, what is next and where to read more", () => {
  const letter = letterAbout(everyKind.taken_up, facts, { side: "school", locale: "nl" }, sending);
  expect(letter.subject).toBe("Melding V-2026-7K4QX9M (kenmerk VB-12) is in behandeling");
  expect(letter.text).toBe(`J. de Vries (Leerplicht Enschede) heeft de melding in behandeling genomen.

Leerplicht Enschede reageert uiterlijk vrijdag 1 mei.

Melding: V-2026-7K4QX9M
Uw kenmerk: VB-12
Klas of groep: 3B
Verstuurd op: 23 april 2026
Locatie: Stedelijk Lyceum Kottenpark
Kantoor: Leerplicht Enschede
Behandelaar: J. de Vries
Status: Geregistreerd

Bekijk de melding:
https://loket.example/meldingen/V-2026-7K4QX9M

-- 
In deze mail staat geen naam van een leerling. Na het inloggen ziet u om wie het gaat.
Op deze mail kunt u niet antwoorden. Wilt u reageren? Doe dat in het Verzuimloket.
`);
});

test("a letter tells in the words of the timeline who of an office acted, and of a school only that it did", () => {
  const openingFor = (kind: EventKind, side: (typeof sides)[number]) => letterOf(kind, side, "nl").text.split("\n")[0];
  expect(openingFor("noted", "school")).toBe(
    "J. de Vries (Leerplicht Enschede) heeft de melding gelezen en doet er nu niets mee.",
  );
  expect(openingFor("confirmed", "office")).toBe("De school heeft bevestigd dat de melding klopt.");
  expect(openingFor("withdrawn", "school")).toBe("Uw school heeft de melding ingetrokken.");
});

test("whoever can answer by mail is told that he can, and at the desk too", () => {
  const closingOf = (isAnswerable: boolean, locale: Locale) =>
    letterAbout(everyKind.taken_up, facts, { side: "school", locale }, { ...sending, isAnswerable }).text.split(
      "-- \n",
    )[1];
  expect(closingOf(true, "nl")).toMatch(/Beantwoord deze mail, of doe het in het Verzuimloket/);
  expect(closingOf(true, "en")).toMatch(/Answer this mail, or do it at the Verzuimloket/);
  expect(closingOf(false, "nl")).not.toMatch(/Beantwoord deze mail/);
});

test("a school reads of a question that a mail does not answer it; of anything else that it may answer the mail", () => {
  const closing = (kind: "asked" | "ask_reminded" | "messaged", side: "school" | "office") =>
    letterAbout(everyKind[kind], facts, { side, locale: "nl" }, { ...sending, isAnswerable: true }).text;
  for (const kind of ["asked", "ask_reminded"] as const) {
    expect(closing(kind, "school")).toContain("maar de vraag blijft open");
    expect(closing(kind, "school")).not.toContain("Beantwoord deze mail, of");
  }
  expect(closing("messaged", "school")).toContain("Beantwoord deze mail, of");
  const open = { ...facts, timeline: [{ event: everyKind.asked }, { event: everyKind.messaged }] };
  const about = (side: "school" | "office") =>
    letterAbout(everyKind.messaged, open, { side, locale: "nl" }, { ...sending, isAnswerable: true }).text;
  expect(about("school")).toContain("maar de vraag blijft open");
  expect(about("office")).toContain("Beantwoord deze mail, of");
  expect(closing("asked", "office")).toContain("Beantwoord deze mail, of");
});

test("who has a report now reads that it is his, who had it that it is not, and by whom it is", () => {
  const to = (hasIt: boolean) =>
    letterAbout(everyKind.assigned, facts, { side: "office", locale: "nl", hasIt }, sending);
  expect(to(true).subject).toBe("Melding V-2026-7K4QX9M (kenmerk VB-12) is nu van u");
  expect(to(false).subject).toBe("Melding V-2026-7K4QX9M (kenmerk VB-12) heeft een andere behandelaar");
  expect(to(false).text).toMatch(/^Deze melding heeft een andere behandelaar\./);
  expect(to(false).text).toContain("Behandelaar: J. de Vries");
});

test("that the school asks to reopen a report is no ordinary message", () => {
  const { messaged } = everyKind;
  if (messaged.kind !== "messaged") throw new TypeError("no message");
  const asking = { ...messaged, data: { ...messaged.data, asksReopening: true } };
  const { subject, text } = letterAbout(asking, facts, { side: "office", locale: "nl" }, sending);
  expect(subject).toBe("Melding V-2026-7K4QX9M (kenmerk VB-12): de school vraagt om heropening");
  expect(text).toMatch(/^De school vraagt uw kantoor om deze melding te heropenen\./);
  const subjectFor = (side: "school" | "office") =>
    letterAbout(messaged, facts, { side, locale: "nl" }, sending).subject;
  expect(subjectFor("school")).toMatch(/bericht voor u$/);
  expect(subjectFor("office")).toMatch(/uw kantoor heeft de school geschreven$/);
});

test("who reads nothing but mail knows that the school waits for a call, until there was one", () => {
  const about = (...timeline: readonly TimelineEvent[]) =>
    (["school", "office"] as const).map(
      (side) =>
        letterAbout(
          everyKind.messaged,
          { ...facts, timeline: timeline.map((event) => ({ event })) },
          { side, locale: "nl" },
          sending,
        ).text,
    );
  const [toSchool, toOffice] = about(everyKind.call_asked, everyKind.messaged);
  expect(toSchool).toContain("Het kantoor belt uw school nog terug: daar is op ");
  expect(toOffice).toContain("De school wacht op een telefoontje, gevraagd op ");
  for (const text of about(everyKind.call_asked, everyKind.call_told)) expect(text).not.toMatch(/telefoontje|belt uw/);
});

test("a talk that is called off is told as such, and its calendar entry says so too", () => {
  const ended = (outcome: string) => ({ ...everyKind.talk_ended, data: { ...everyKind.talk_ended.data, outcome } });
  const told = (outcome: string) =>
    letterAbout(ended(outcome) as TimelineEvent, facts, { side: "school", locale: "nl" }, sending);
  expect(told("cancelled").subject).toMatch(/een gesprek gaat niet door$/);
  expect(told("cancelled").text).toMatch(/^Een gesprek gaat niet door/);
  for (const outcome of ["agreed", "held", "student_missing", "nobody_came"]) {
    expect.soft(`${told(outcome).subject}${told(outcome).text}`, outcome).not.toMatch(/niet door|niet doorgegaan/);
  }
});

test("that a question was withdrawn is told to each side in its own words", () => {
  const textFor = (side: "school" | "office") =>
    letterAbout(everyKind.ask_dropped, facts, { side, locale: "nl" }, sending).text;
  expect(textFor("school")).toContain("U hoeft die niet meer te beantwoorden.");
  expect(textFor("office")).toContain("De school hoeft die niet meer te beantwoorden.");
});

test("who reads nothing but mail knows of a talk that lies ahead and of the day of the end, besides what comes next", () => {
  const talk = { intervention: "talk_at_school", on: "2026-05-12", time: "14:30", place: "kamer 12", words: null };
  const planned = { ...everyKind.acted, kind: "acted", data: talk } as const;
  const clock = { ...facts.clock, closeDueAt: endOfDay(calendarDate.parse("2026-06-05")) };
  const textWith = (change: Partial<LetterFacts>) =>
    letterAbout(everyKind.messaged, { ...facts, ...change }, { side: "school", locale: "nl" }, sending).text;
  expect(textWith({ timeline: [{ event: planned }], clock: { ...clock, nextDueAt: facts.dueAt } })).toContain(
    "uiterlijk vrijdag 1 mei opnieuw. Er is een gesprek gepland op dinsdag 12 mei om 14.30 uur. Afgerond uiterlijk vrijdag 5 juni.",
  );
  const spoken = textWith({ timeline: [{ event: planned }], clock });
  expect(spoken).toContain(
    "Volgende stap: een gesprek op dinsdag 12 mei om 14.30 uur. Afgerond uiterlijk vrijdag 5 juni.",
  );
  expect(spoken).not.toMatch(/kamer 12/);
  expect(textWith({ timeline: [{ event: planned }], clock, status: "closed" })).not.toMatch(/12 mei|5 juni/);
});

test("the letter about an appointment brings its calendar entry, which says when and which report, and not where or what", () => {
  const talk = { intervention: "home_visit", on: "2026-05-12", time: "14:30", place: "kamer 12", words: "Met moeder" };
  const planned = { ...everyKind.acted, data: talk } as typeof everyKind.acted;
  const about = { talk: planned.id, intervention: "home_visit" };
  const moved = {
    ...everyKind.talk_moved,
    data: { ...about, from: "2026-05-12", on: "2026-05-19", time: null, place: "kamer 12", words: null },
  } as typeof everyKind.talk_moved;
  const ended = (outcome: string) =>
    ({
      ...everyKind.talk_ended,
      data: { ...about, on: "2026-05-19", outcome, present: null, words: null },
    }) as typeof everyKind.talk_ended;
  const entry = (...events: readonly TimelineEvent[]) => {
    const [last] = events.slice(-1);
    const timeline = events.map((event) => ({ event }));
    if (last === undefined) throw new TypeError("no event");
    return letterAbout(last, { ...facts, timeline }, { side: "school", locale: "nl" }, sending);
  };
  const first = entry(planned);
  expect(first.calendar).toContain("DTSTART:20260512T123000Z");
  expect(first.calendar).toContain("SUMMARY:Gesprek over melding V-2026-7K4QX9M");
  expect(first.calendar).not.toMatch(/kamer|moeder|huisbezoek|school|Sami|LOCATION/i);
  expect(first.text).toContain("agendabestand");
  expect(entry(planned, moved).calendar).toMatch(/SEQUENCE:1[\s\S]*DTSTART;VALUE=DATE:20260519/);
  expect(entry(planned, moved, ended("cancelled")).calendar).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);
  expect(entry(planned, moved, ended("cancelled")).text).toContain("dat de afspraak afzegt");
  expect(entry(planned, moved, ended("agreed")).calendar).toBeNull();
  for (const kind of kinds) expect(letterOf(kind, "office", "en").calendar === null).toBe(kind !== "talk_moved");
});

test("who sent no report reads in its first mail why it came, and a listening mailbox reads so in each", () => {
  const whyIn = (kind: EventKind, reader: LetterReader) =>
    letterAbout(everyKind[kind], facts, reader, sending).text.match(/^U krijgt deze mail omdat .*$/m)?.[0] ?? "";
  const school = { side: "school", locale: "nl" } as const;
  for (const kind of ["routed", "unroutable"] as const) {
    expect.soft(whyIn(kind, school)).toContain("de melding volgt of erin staat als contactpersoon");
  }
  expect(whyIn("taken_up", school)).toBe("");
  expect(whyIn("routed", { side: "office", locale: "nl" })).toBe("");
  expect(whyIn("taken_up", { ...school, ground: "deputy" })).toContain("een collega vervangt die er niet is");
  for (const kind of ["routed", "taken_up", "closed"] as const) {
    expect.soft(whyIn(kind, { ...school, ground: "rule" })).toContain("uw school dit adres laat horen");
    expect
      .soft(whyIn(kind, { side: "office", locale: "nl", ground: "rule" }))
      .toContain("uw kantoor dit adres laat horen");
  }
});

test("each side is led to its own page", () => {
  const linkFor = (side: (typeof sides)[number]) =>
    /https:\S+/.exec(letterAbout(everyKind.routed, facts, { side, locale: "nl" }, sending).text)?.[0];
  expect(sides.map(linkFor)).toEqual([
    "https://loket.example/meldingen/V-2026-7K4QX9M",
    "https://loket.example/werkvoorraad/V-2026-7K4QX9M",
    "https://loket.example/routering/V-2026-7K4QX9M",
  ]);
});

describe.each(kinds)("a letter about %s", (kind) => {
  const all = sides.flatMap((side) => locales.map((locale) => letterOf(kind, side, locale)));

  test("names no student, number, day, reason, act or outcome, in whatever language and to whomever", () => {
    for (const letter of all) {
      expect(JSON.stringify(letter)).not.toMatch(
        /Sami|Canary|Anouk|Verbeek|990000|2011|1 april|1-4-|verslapen|oversl|spijbel|truancy|16 uur|16 hours|moeder|gebeld|called|terug naar school|back at school|gezien|seen|onbekend|residence|woont/i,
      );
    }
  });

  test("has a subject of one line, words without holes, and the same facts in text and HTML", () => {
    for (const { subject, text, html } of all) {
      expect(subject).toMatch(/^[^\n{}]{10,120}$/);
      expect(subject).toContain(facts.reference);
      expect(text).not.toMatch(/notifications\.|timeline\.|undefined|null|[{}]/);
      expect(html).toContain(facts.reference);
      expect(html).toContain(/https:\S+/.exec(text)?.[0]);
    }
  });

  test("for the school of a protected student names no office and no officer", () => {
    for (const locale of locales) {
      const letter = letterOf(kind, "school", locale, { isProtected: true });
      expect(JSON.stringify(letter)).not.toMatch(/Enschede|Vries/);
    }
  });
});

function letterOf(kind: EventKind, side: (typeof sides)[number], locale: Locale, change: Partial<LetterFacts> = {}) {
  // What the story holds must stay in the story.
  const timeline = [{ event: everyKind[kind] }];
  return letterAbout(everyKind[kind], { ...facts, timeline, ...change }, { side, locale }, sending);
}

test("a letter about being brought in names nobody who asked, and of a protected student no office or officer to the school", () => {
  const timeline = [{ event: everyKind.messaged }];
  for (const [side, isProtected] of [
    ["school", true],
    ["school", false],
    ["office", true],
  ] as const) {
    const { subject, text } = bringingInLetter({ ...facts, timeline, isProtected }, { side, locale: "nl" }, sending);
    expect(subject).toBe("Een collega heeft u bij melding V-2026-7K4QX9M (kenmerk VB-12) gehaald");
    expect(text).toContain(side === "school" ? "/meldingen/V-2026-7K4QX9M" : "/werkvoorraad/V-2026-7K4QX9M");
    expect(text).not.toMatch(/Sami|Canary|Anouk|Verbeek|[{}]/);
    expect(/Enschede|Vries/.test(text)).toBe(!(side === "school" && isProtected));
  }
});

test("an administrator is asked to choose an office, and gets no reference of the school", () => {
  const { text } = letterAbout(
    everyKind.unroutable,
    { ...facts, outcome: "unroutable", office: null, officer: null },
    { side: "desk", locale: "nl" },
    sending,
  );
  expect(text).toContain("Kies een kantoor voor deze melding.");
  expect(text).not.toMatch(/VB-12|3B/);
});

test("what somebody typed cannot become markup", () => {
  const ownReference = `<img src=x onerror="alert('1')">&`;
  const { html } = letterAbout(everyKind.closed, { ...facts, ownReference }, { side: "school", locale: "nl" }, sending);
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;");
});

test("a letter fetches nothing, says its language and keeps its facts in a table that can be read aloud", () => {
  const { html } = letterAbout(everyKind.closed, facts, { side: "school", locale: "en" }, sending);
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<th scope="row">Officer</th><td>J. de Vries</td>');
  expect(html).toContain("prefers-color-scheme: dark");
  expect(html).not.toMatch(/src=|url\(|@import|<link|<script/);
  expect(html.match(/https?:[^"\s<]+/g)).toEqual(["https://loket.example/meldingen/V-2026-7K4QX9M"]);
});

test("the link of an invitation is not in the letter that is kept", () => {
  const kept = invitationLetter({ locale: "nl", hours: 72 });
  expect(kept.text).toContain("niet langer dan 72 uur");
  const sent = fillIn(kept, () => "https://loket.example/uitnodiging/$&geheim");
  expect(sent.text).toContain("https://loket.example/uitnodiging/$&geheim");
  expect(sent.html).toContain('href="https://loket.example/uitnodiging/$&geheim"');
  expect(JSON.stringify(sent)).not.toContain(invitationMark);
});
