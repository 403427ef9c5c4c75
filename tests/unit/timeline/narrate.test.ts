import { describe, expect, test } from "vitest";
import { narrateLabels } from "@/components/timeline/narrate-labels";
import { interventionCodes, interventions, interventionsForSchool } from "@/lib/casework/interventions";
import { locales } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { hiddenAct, isElsewhere } from "@/lib/timeline/elsewhere";
import type { TimelineEvent } from "@/lib/timeline/events";
import { eventKinds } from "@/lib/timeline/events";
import { narrate } from "@/lib/timeline/narrate";
import type { NarrateReader } from "@/lib/timeline/narrator";
import { redactEvent } from "@/lib/timeline/redact";
import { partsOf } from "@/lib/timeline/sentence";
import { desk, devries, eventOf, everyKind } from "./stories";

const reporter: NarrateReader = { side: "school", accountId: "anouk", locale: "nl" };
const colleague: NarrateReader = { side: "school", accountId: "karim", locale: "nl" };
const officer: NarrateReader = { side: "office", accountId: "devries", locale: "nl" };

const tell = (event: TimelineEvent, reader: NarrateReader) =>
  narrate(event, reader, translatorFor(reader.locale), narrateLabels);

describe("a reporter reads", () => {
  const lines: readonly (readonly [keyof typeof everyKind, string])[] = [
    ["filed", "U heeft de melding verstuurd (16 uur in 4 weken)."],
    [
      "routed",
      "De melding ging naar Leerplicht Enschede, omdat de leerling daar woont en dit het eigen kantoor van de gemeente is.",
    ],
    ["moved", "De indeling van gemeenten en kantoren is veranderd. Daarom ging de melding naar Leerplicht Almelo."],
    ["unroutable", "Er is nog geen kantoor voor deze melding, omdat niet bekend is waar de leerling woont."],
    ["placed", "Het Verzuimloket heeft de melding aan Leerplicht Almelo gegeven."],
    ["assigned", "J. de Vries (Leerplicht Enschede) heeft de melding aan P. Smit gegeven."],
    ["referred", "Leerplicht Enschede heeft de melding doorgestuurd naar Leerplicht Almelo."],
    ["transfer_offered", "Leerplicht Enschede heeft Leerplicht Almelo gevraagd de melding over te nemen."],
    ["transfer_accepted", "Leerplicht Almelo heeft de melding overgenomen van Leerplicht Enschede."],
    ["transfer_refused", "Leerplicht Almelo neemt de melding niet over. Leerplicht Enschede gaat ermee verder."],
    [
      "transfer_lapsed",
      "Leerplicht Almelo heeft niet op tijd geantwoord. Leerplicht Enschede gaat verder met de melding.",
    ],
    ["transfer_taken_back", "Leerplicht Enschede vraagt Leerplicht Almelo niet langer om de melding over te nemen."],
    ["taken_up", "J. de Vries (Leerplicht Enschede) heeft de melding in behandeling genomen."],
    ["acted", "J. de Vries (Leerplicht Enschede) heeft gebeld."],
    [
      "talk_ended",
      "J. de Vries (Leerplicht Enschede) heeft vastgelegd hoe het gesprek van 12 mei 2026 ging: Gevoerd, met afspraken.",
    ],
    [
      "talk_moved",
      "J. de Vries (Leerplicht Enschede) heeft het gesprek van 12 mei 2026 verplaatst naar 19 mei 2026 om 14.30 uur, kamer 12.",
    ],
    ["noted", "J. de Vries (Leerplicht Enschede) heeft de melding gelezen en doet er nu niets mee."],
    ["closed", "J. de Vries (Leerplicht Enschede) heeft de melding afgesloten: Terug naar school."],
    ["undone", "J. de Vries (Leerplicht Enschede) heeft het afsluiten ongedaan gemaakt."],
    ["reopened", "J. de Vries (Leerplicht Enschede) heeft de melding heropend."],
    ["corrected", "U heeft de melding aangepast: uren en reden."],
    ["withdrawn", "U heeft de melding ingetrokken."],
  ];

  test.each(lines)("of %s: %s", (kind, text) => {
    expect(tell(everyKind[kind], reporter).text).toBe(text);
  });

  test("the words of the office and the reason of a withdrawal as they were typed", () => {
    expect(tell(everyKind.acted, reporter).said).toBe("Moeder gesproken.");
    expect(tell(everyKind.closed, reporter)).toMatchObject({
      said: "Succes.",
      detail: "De leerling is door de gemeente gezien.",
    });
    expect(tell(everyKind.withdrawn, reporter).said).toBe("Verkeerde leerling.");
  });

  test("who came to a talk, and what was agreed", () => {
    expect(tell(everyKind.talk_ended, reporter)).toMatchObject({
      said: "Sami komt voortaan om half negen.",
      detail: "Erbij waren: de leerling en een ouder.",
    });
  });

  test("who has the report, and why that officer", () => {
    expect(tell(everyKind.routed, reporter).detail).toBe(
      `J. de Vries heeft de melding gekregen, omdat ${narrateLabels.because["cares-for-location"]?.nl}.`,
    );
  });

  test("the municipality, when the office works for several", () => {
    const data = { office: "Bureau Noord", officer: null, because: ["lives-there"], municipality: "Almelo" };
    const { text, detail } = tell(eventOf("routed", data), reporter);
    expect(text).toBe("De melding ging naar Bureau Noord (gemeente Almelo), omdat de leerling daar woont.");
    expect(detail).toBe("Het kantoor verdeelt de melding zelf onder de medewerkers.");
  });

  test("the day of an act that was recorded later", () => {
    const data = { intervention: "home_visit", on: "2026-04-22", time: null, place: null, words: null };
    expect(tell(eventOf("acted", data, { actor: devries }), reporter).text).toBe(
      "J. de Vries (Leerplicht Enschede) is op huisbezoek geweest, op 22 april 2026.",
    );
  });

  test("that the student is back, with the last day", () => {
    const event = eventOf("corrected", { fields: ["lastDay"], lastDay: "2026-05-01" });
    expect(tell(event, reporter).text).toBe(
      "U heeft gemeld dat de leerling terug is. De laatste dag van het verzuim was 1 mei 2026.",
    );
  });

  test("to which report this one is the follow-up", () => {
    const event = eventOf("filed", { type: "late_arrival", firstDay: "2026-04-01", followUpTo: "V-2026-7K4QX9M" });
    expect(tell(event, reporter).text).toBe(
      "U heeft de melding verstuurd (Te laat komen), als vervolg op V-2026-7K4QX9M.",
    );
  });
});

test("a colleague at school is told who acted", () => {
  expect(tell(everyKind.withdrawn, colleague).text).toBe("Uw collega Anouk Verbeek heeft de melding ingetrokken.");
});

test("an officer reads of himself as you, of the school by name, and what was done in the words of the office", () => {
  expect(tell(everyKind.taken_up, officer).text).toBe("U heeft de melding in behandeling genomen.");
  expect(tell(everyKind.acted, officer).text).toBe("U heeft vastgelegd: Gebeld.");
  expect(tell(everyKind.withdrawn, officer).text).toBe(
    "Anouk Verbeek (Stedelijk Lyceum) heeft de melding ingetrokken.",
  );
});

test.each(["halt", "official_report", "child_protection"])(
  "a school hears of %s only that another body is busy",
  (act) => {
    const event = eventOf(
      "acted",
      { intervention: act, on: "2026-04-20", time: null, place: null, words: null },
      { actor: devries },
    );
    const told = redactEvent(event, reporter, false);
    expect(told).toMatchObject({
      actor: { id: null, name: "", organisation: null },
      data: { intervention: "elsewhere", on: "2026-04-23", time: null, place: null, words: null },
    });
    expect(redactEvent(event, officer, false)).toBe(event);
    expect(tell(told, reporter)).toEqual({
      text: "In behandeling bij een andere instantie.",
      names: [],
      tone: "done",
      detail: null,
      said: null,
    });
  },
);

test("every act that the office keeps for itself is one that the school hears nothing of", () => {
  const secret = interventionCodes.filter((code) => interventions[code].school === interventionsForSchool[hiddenAct]);
  expect(secret.filter(isElsewhere)).toEqual(secret);
  expect(secret).not.toHaveLength(0);
});

test.each(Object.keys(everyKind) as (keyof typeof everyKind)[])(
  "of a student with a protected address the school reads no office, place or officer: %s",
  (kind) => {
    for (const locale of locales) {
      const sentence = tell(redactEvent(everyKind[kind], reporter, true), { ...reporter, locale });
      expect(JSON.stringify(sentence)).not.toMatch(/Enschede|Almelo|Vries|Smit|Adres gebeld/);
      expect(sentence.text).not.toMatch(/^ | {2}|\(\)|undefined|null/);
    }
  },
);

test("of a protected student the school does not read where a talk is held", () => {
  const data = { intervention: "talk_at_office", on: "2026-05-04", time: "10:00", place: "Grote Markt 1, Groningen" };
  const talk = eventOf("acted", { ...data, words: null });
  expect(JSON.stringify(redactEvent(talk, reporter, true))).not.toContain("Groningen");
  expect(JSON.stringify(redactEvent(everyKind.talk_moved, reporter, true))).not.toContain("kamer 12");
});

test("of a protected student the school hears that the competent office acts", () => {
  const told = (kind: keyof typeof everyKind) => tell(redactEvent(everyKind[kind], reporter, true), reporter).text;
  expect(told("routed")).toBe("Het bevoegde kantoor heeft de melding.");
  expect(told("assigned")).toBe("Het bevoegde kantoor heeft de melding verdeeld.");
  expect(told("taken_up")).toBe("Het bevoegde kantoor heeft de melding in behandeling genomen.");
});

test("each kind of event has a sentence in each language, for each side", () => {
  expect(Object.keys(everyKind)).toEqual(Object.keys(eventKinds));
  for (const event of Object.values(everyKind)) {
    for (const locale of locales) {
      for (const side of ["school", "office", "desk"] as const) {
        const { text } = tell(event, { side, accountId: null, locale });
        expect(text, event.kind).toMatch(/^\p{Lu}.*\.$/u);
        expect(text, event.kind).not.toMatch(/timeline\.|[{}]/);
      }
    }
  }
});

test("why a report goes to another office is told between offices, and never to the school", () => {
  const kinds = ["referred", "transfer_offered", "transfer_accepted", "transfer_refused"] as const;
  for (const kind of kinds) {
    const forSchool = redactEvent(everyKind[kind], reporter, false);
    expect(forSchool.data).toMatchObject({ reason: "" });
    expect(tell(forSchool, reporter).detail ?? "").not.toMatch(/reden|verhuisd|woont/);
    expect(tell(redactEvent(everyKind[kind], officer, false), officer).detail).toMatch(/^Omdat /);
  }
  expect(tell(everyKind.transfer_offered, officer).detail).toBe(
    "Omdat de leerling is verhuisd. Leerplicht Almelo antwoordt uiterlijk 11 mei 2026. Tot dan blijft de melding bij Leerplicht Enschede.",
  );
});

test("the desk's own people know each other by name, others know the desk", () => {
  const placed = eventOf("withdrawn", { reason: "" }, { actor: desk });
  expect(tell(placed, { side: "desk", accountId: null, locale: "nl" }).text).toMatch(/^Uw collega B. Heer heeft/);
  expect(tell(placed, reporter).text).toMatch(/^Het Verzuimloket heeft/);
});

test("names in a sentence stand apart and the text stays whole", () => {
  const parts = partsOf(tell(everyKind.assigned, reporter));
  expect(parts.filter(({ isName }) => isName).map(({ text }) => text)).toEqual(["J. de Vries", "P. Smit"]);
  expect(parts.map(({ text }) => text).join("")).toBe(tell(everyKind.assigned, reporter).text);
});
