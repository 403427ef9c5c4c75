import { describe, expect, test } from "vitest";
import { locales } from "@/lib/i18n/locale";
import { digestLetter } from "@/lib/notifications/digest-letter";
import { digestPart } from "@/lib/notifications/digest-part";
import type { LetterFacts } from "@/lib/notifications/letters";
import { nowAt } from "@/lib/shared/clock";
import type { TimelineEvent } from "@/lib/timeline/events";
import { everyKind } from "@/tests/unit/timeline/stories";
import { facts } from "./facts";

const origin = "https://loket.example";
const now = nowAt(new Date("2026-04-24T10:00:00Z"));
const school = { side: "school", locale: "nl" } as const;

const told = (event: TimelineEvent, hoursAgo = 2) => ({
  event,
  toldAt: new Date(now.at.getTime() - hoursAgo * 3_600_000),
});
const everything = Object.values(everyKind).map((event) => told(event));

function partOf(reference: string, happened: readonly ReturnType<typeof told>[], change: Partial<LetterFacts> = {}) {
  const timeline = happened.map(({ event }) => ({ event }));
  const part = { facts: { ...facts, reference, timeline, ...change }, happened, reader: school, isTheirs: true };
  return digestPart(part, now, origin);
}

const letterOf = (parts: readonly ReturnType<typeof partOf>[]) =>
  digestLetter({ locale: "nl", reader: "person", reason: "day", parts, origin });

describe("a letter that tells of many names no", () => {
  test("student, day, reason or outcome, whatever happened, to whomever and in whatever language", () => {
    for (const locale of locales) {
      for (const side of ["school", "office", "desk"] as const) {
        const part = digestPart({ facts, happened: everything, reader: { side, locale }, isTheirs: true }, now, origin);
        const letter = digestLetter({ locale, reader: "person", reason: "outage", parts: [part], origin });
        expect(JSON.stringify(letter)).not.toMatch(
          /Sami|Canary|Anouk|Verbeek|990000|2011|1 april|1-4-|verslapen|oversl|spijbel|truancy|16 uur|16 hours|moeder|gebeld|called|terug naar school|back at school|onbekend|residence|woont|24 april 2026, 11|12 mei|12 May/i,
        );
      }
    }
  });

  test("office and no officer to the school of a protected student", () => {
    const part = partOf("V-2026-AAAAAAA", everything, { isProtected: true });
    expect(JSON.stringify(letterOf([part]))).not.toMatch(/Enschede|Vries/);
  });

  test("reference or class of the school to an administrator, and no class to an office", () => {
    const headingFor = (side: "office" | "desk") =>
      digestPart({ facts, happened: [], reader: { side, locale: "nl" }, isTheirs: true }, now, origin).heading;
    expect(headingFor("desk")).toBe("Melding V-2026-7K4QX9M");
    expect(headingFor("office")).toBe("Melding V-2026-7K4QX9M, kenmerk van de school VB-12");
  });

  test("standing to an office that has the report no more", () => {
    const reader = { side: "office", locale: "nl" } as const;
    const part = digestPart({ facts, happened: [told(everyKind.taken_up)], reader, isTheirs: false }, now, origin);
    expect(letterOf([part]).text).not.toContain("Nu:");
  });
});

test("each report has its heading, what happened in order, how it stands now, and its own link", () => {
  const happened = [told(everyKind.routed, 2), told(everyKind.taken_up, 1)];
  const { text, html } = letterOf([partOf(facts.reference, happened)]);
  expect(text).toContain("Melding V-2026-7K4QX9M, uw kenmerk VB-12, klas of groep 3B\n");
  const at = [
    "Melding V-2026-7K4QX9M,",
    "vrijdag 24 april 2026, 10.00 uur: ",
    "vrijdag 24 april 2026, 11.00 uur: ",
    "J. de Vries (Leerplicht Enschede) heeft de melding in behandeling genomen.",
    "Nu: Leerplicht Enschede (J. de Vries). Leerplicht Enschede",
    "https://loket.example/meldingen/V-2026-7K4QX9M\n",
  ].map((words) => text.indexOf(words));
  expect(at).not.toContain(-1);
  expect(at).toEqual(at.toSorted((one, other) => one - other));
  expect(html).toContain("<h2>Melding V-2026-7K4QX9M, uw kenmerk VB-12, klas of groep 3B</h2>");
  expect(html).toContain('<a href="https://loket.example/meldingen/V-2026-7K4QX9M">Bekijk melding V-2026-7K4QX9M</a>');
});

test("what asks something of its reader stands first, then what is late, then what happened last", () => {
  const late = { dueAt: new Date("2026-04-20T10:00:00Z"), filedAt: new Date("2026-04-10T10:00:00Z") };
  const { text } = letterOf([
    partOf("V-2026-OUDER22", [told(everyKind.taken_up, 5)]),
    partOf("V-2026-NIEUWER", [told(everyKind.taken_up, 1)]),
    partOf("V-2026-TELAAT2", [told(everyKind.routed, 9)], late),
    partOf("V-2026-VRAAG22", [told(everyKind.asked, 8)]),
  ]);
  expect(text.match(/^Melding \S+(?=,)/gm)).toEqual([
    "Melding V-2026-VRAAG22",
    "Melding V-2026-TELAAT2",
    "Melding V-2026-NIEUWER",
    "Melding V-2026-OUDER22",
  ]);
});

test("what happened several times in a row is one line that says how often and since when", () => {
  const messages = [9, 8, 7].map((hoursAgo) => told(everyKind.messaged, hoursAgo));
  const happened = [...messages, told(everyKind.taken_up, 6), told(everyKind.messaged, 5)];
  const letter = letterOf([partOf(facts.reference, happened)]);
  const lines = letter.text.match(/^.* uur: .*$/gm) ?? [];
  expect(lines.map((line) => /(\d+)\.00 uur: /.exec(line)?.[1])).toEqual(["5", "6", "7"]);
  expect(lines[0]).toContain("(3 keer, voor het eerst op vrijdag 24 april 2026, 3.00 uur)");
  expect(lines[2]).not.toContain("keer");
  expect(letter.subject).toContain("5 keer nieuws");
});

test("who has an account is led to the own choice and notices, a mailbox to whoever chooses for it", () => {
  const parts = [partOf(facts.reference, [told(everyKind.taken_up)])];
  const textFor = (reader: "person" | "mailbox", reason: "day" | "outage") =>
    digestLetter({ locale: "nl", reader, reason, parts, origin }).text;
  for (const reason of ["day", "outage"] as const) {
    expect.soft(textFor("mailbox", reason)).not.toMatch(/Mijn account|omdat u daarvoor|\/berichten/);
    expect.soft(textFor("mailbox", reason)).toContain("kiest hoe vaak dit adres mail krijgt");
    expect.soft(textFor("person", reason)).toContain("Onder Mijn account kiest u");
    expect.soft(textFor("person", reason)).toContain(`${origin}/berichten\n`);
  }
  expect(textFor("mailbox", "day")).toContain("Dit adres krijgt hooguit één overzicht per dag.");
  expect(textFor("mailbox", "outage")).toContain("kon een tijd geen mail versturen");
});
