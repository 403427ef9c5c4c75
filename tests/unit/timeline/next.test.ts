import { expect, test } from "vitest";
import { narrateLabels } from "@/components/timeline/narrate-labels";
import { translatorFor } from "@/lib/i18n/translator";
import { calendarDate, endOfDay } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { type NextFacts, nextOf, whatIsNext } from "@/lib/timeline/next";
import { dayOfPromise, plainClock } from "@/lib/timeline/promise";
import { tellStory } from "@/lib/timeline/story";
import { devries, eventOf, everyKind } from "./stories";

const filed: NextFacts = {
  status: "registered",
  outcome: "assigned",
  office: { name: "Leerplicht Enschede" },
  filedAt: new Date("2026-04-23T14:31:00Z"),
  dueAt: endOfDay(calendarDate.parse("2026-05-01")),
  clock: plainClock,
  timeline: [{ event: everyKind.filed }, { event: everyKind.routed }],
};
const on = (day: string) => nowAt(new Date(`${day}T10:00:00Z`));
const t = translatorFor("nl");
const school = { side: "school", locale: "nl" } as const;
const office = { side: "office", locale: "nl" } as const;

test("filed on Thursday 23 April, the office reacts by Friday 1 May: the king's birthday does not count", () => {
  expect(whatIsNext(filed, on("2026-04-23"), school, t).text).toBe(
    "Leerplicht Enschede reageert uiterlijk vrijdag 1 mei.",
  );
});

test.each([
  ["2026-04-23", 0],
  ["2026-04-24", 1],
  ["2026-04-27", 1],
  ["2026-04-28", 2],
  ["2026-05-01", 5],
])("on %s that is working day %i of 5", (day, used) => {
  expect(nextOf(filed, on(day))).toMatchObject({
    kind: "promise",
    promise: { firstDay: "2026-04-24", lastDay: "2026-05-01", used, term: 5, isLate: false },
  });
});

test("on the day of filing the promise says when the working days begin, not that none has gone", () => {
  const wordsOn = (day: string) => {
    const next = nextOf(filed, on(day));
    return next.kind === "promise" ? dayOfPromise(next.promise, on(day).today, "nl", t) : null;
  };
  expect(wordsOn("2026-04-23")).toBe("Vandaag telt niet mee. De 5 werkdagen beginnen op vrijdag 24 april.");
  expect(wordsOn("2026-04-24")).toBe("Werkdag 1 van 5");
  expect(wordsOn("2026-05-04")).toBe("De 5 werkdagen zijn voorbij");
});

test("after the last day both sides read that it is late, each with what to do", () => {
  const late = on("2026-05-04");
  expect(nextOf(filed, late)).toMatchObject({ promise: { used: 5, isLate: true } });
  expect(whatIsNext(filed, late, school, t)).toMatchObject({
    text: "Leerplicht Enschede had uiterlijk vrijdag 1 mei moeten reageren.",
    detail: "Laat het kantoor bij de melding weten dat u nog wacht. De melding staat daar bovenaan.",
  });
  expect(whatIsNext(filed, late, office, t)).toMatchObject({
    text: "Uw kantoor had uiterlijk vrijdag 1 mei moeten reageren.",
    detail: "De school wacht op uw reactie.",
  });
});

test("once the office has reacted there is no promise left to keep", () => {
  const timeline = [...filed.timeline, { event: everyKind.taken_up }];
  const facts: NextFacts = { ...filed, status: "in_progress", timeline };
  expect(nextOf(facts, on("2026-05-04"))).toEqual({ kind: "busy" });
  expect(whatIsNext(facts, on("2026-05-04"), school, t).text).toMatch(/^Leerplicht Enschede is met deze melding bezig/);
  expect(whatIsNext(facts, on("2026-05-04"), office, t).text).toMatch(/^Uw kantoor is .* De school ziet/);
});

test("a reopened report promises the next reaction, counted from the reopening", () => {
  const reopened = eventOf("reopened", { reason: "" }, { actor: devries, at: "2026-06-01T08:00:00Z" });
  const facts: NextFacts = {
    ...filed,
    status: "in_progress",
    dueAt: endOfDay(calendarDate.parse("2026-06-08")),
    timeline: [...filed.timeline, { event: everyKind.taken_up }, { event: everyKind.closed }, { event: reopened }],
  };
  expect(nextOf(facts, on("2026-06-03"))).toMatchObject({
    kind: "promise",
    promise: { firstDay: "2026-06-02", lastDay: "2026-06-08", used: 2, term: 5, isLate: false },
  });
});

test("for a protected student the competent office promises, without its name", () => {
  expect(whatIsNext({ ...filed, office: null }, on("2026-04-23"), school, t).text).toBe(
    "Het bevoegde kantoor reageert uiterlijk vrijdag 1 mei.",
  );
});

test.each([
  [{ outcome: "unroutable" as const, office: null }, /zoekt het juiste kantoor/],
  [{ status: "noted" as const }, /gebeurt nu niets meer/],
  [{ status: "closed" as const }, /is afgesloten/],
  [{ status: "withdrawn" as const }, /is ingetrokken/],
])("says plainly what follows for %o", (change, words) => {
  expect(whatIsNext({ ...filed, ...change }, on("2026-04-24"), school, t).text).toMatch(words);
});

test("the story is told newest first, begins with what comes next, and marks what is new from the other side", () => {
  const timeline = [everyKind.filed, everyKind.routed, everyKind.taken_up].map((event) => ({ event, note: null }));
  const telling = { now: on("2026-04-24"), t, labels: narrateLabels };
  const forSchool = tellStory(
    { ...filed, status: "in_progress", timeline },
    { ...telling, reader: { ...school, accountId: "anouk" } },
  );
  expect(forSchool.map(({ sentence }) => sentence.tone)).toEqual(["next", "new", "done", "done"]);
  const forOffice = tellStory(
    { ...filed, status: "in_progress", timeline },
    { ...telling, reader: { ...office, accountId: "devries" } },
  );
  expect(forOffice.map(({ sentence }) => sentence.tone)).toEqual(["next", "done", "done", "done"]);
});

test("of what was said, asked or sent along the story leads to where it stands on the page", () => {
  const said = { message: "m-1", asksReopening: false };
  const messaged = eventOf("messaged", said, { actor: devries, at: "2026-04-24T08:00:00Z" });
  const timeline = [everyKind.taken_up, messaged, everyKind.asked, everyKind.attached].map((event) => ({
    event,
    note: null,
  }));
  const told = tellStory(
    { ...filed, status: "in_progress", timeline },
    { reader: { ...school, accountId: "anouk" }, now: on("2026-04-24"), t, labels: narrateLabels },
  );
  const places = told.map(({ see }) => see?.href ?? null);
  expect(new Set(places)).toEqual(new Set([null, "#bericht-m-1", "#vragen", "#bijlagen"]));
  expect(places[0]).toBeNull();
});

test.each(["noted", "closed", "withdrawn"] as const)(
  "the story of a report that is %s announces nothing more",
  (status) => {
    const timeline = [{ event: everyKind.filed, note: null }];
    const reader = { ...school, accountId: "anouk" };
    const lines = tellStory(
      { ...filed, status, timeline },
      { reader, now: on("2026-04-24"), t, labels: narrateLabels },
    );
    expect(lines.map(({ sentence }) => sentence.tone)).toEqual(["done"]);
  },
);

const pausedOn = (moment: string, reason: string, traits: { party?: string; expectedOn?: string } = {}) => ({
  ...plainClock,
  pausedAt: new Date(moment),
  pauses: [
    {
      reason,
      party: traits.party ?? null,
      from: new Date(moment),
      until: null,
      expectedOn: traits.expectedOn === undefined ? null : calendarDate.parse(traits.expectedOn),
    },
  ],
});
const promisedOn = (facts: NextFacts, day: string) => {
  const next = nextOf(facts, on(day));
  return next.kind === "promise" ? next.promise : null;
};

test("while the office waits for the school the clock stands still, and both read for whom and what is left", () => {
  const facts: NextFacts = {
    ...filed,
    clock: pausedOn("2026-04-28T09:00:00Z", "school", { expectedOn: "2026-05-08" }),
  };
  const promise = promisedOn(facts, "2026-05-06");
  expect(promise).toMatchObject({ used: 2, term: 5, isLate: false });
  if (promise === null) throw new Error("a promise was expected");
  expect(dayOfPromise(promise, on("2026-05-06").today, "nl", t)).toBe(
    "Werkdag 2 van 5, de klok staat stil. Daarna zijn er nog 3 werkdagen.",
  );
  expect(whatIsNext(facts, on("2026-05-06"), school, t)).toMatchObject({
    text: "De klok staat stil sinds dinsdag 28 april: Leerplicht Enschede wacht op een antwoord van uw school.",
    detail: "Verwacht op vrijdag 8 mei.",
  });
  expect(whatIsNext(facts, on("2026-05-06"), office, t).text).toMatch(/uw kantoor wacht op een antwoord van de school/);
});

test.each([
  ["school", /wacht op een antwoord van uw school/],
  ["third_party", /wacht op een andere instantie/],
] as const)(
  "also after a reaction, where nothing more is promised, both read that the office waits for %s",
  (reason, words) => {
    const facts: NextFacts = {
      ...filed,
      status: "in_progress",
      timeline: [...filed.timeline, { event: everyKind.taken_up }],
      clock: pausedOn("2026-04-28T09:00:00Z", reason, { expectedOn: "2026-05-08" }),
    };
    expect(whatIsNext(facts, on("2026-05-06"), school, t)).toMatchObject({
      text: expect.stringMatching(words),
      detail: "Verwacht op vrijdag 8 mei.",
    });
    expect(whatIsNext(facts, on("2026-05-06"), office, t).text).toMatch(/^De klok staat stil sinds dinsdag 28 april/);
  },
);

const talkOn = (day: string) =>
  eventOf(
    "acted",
    { intervention: "school_talk", on: day, time: "10:00", place: "Kamer 3", words: null },
    { actor: devries, at: "2026-04-24T08:00:00Z" },
  );
const afterTalks = (...events: readonly ReturnType<typeof eventOf>[]): NextFacts => ({
  ...filed,
  status: "in_progress",
  timeline: [...filed.timeline, { event: everyKind.taken_up }, ...events.map((event) => ({ event }))],
});

test("a talk that is planned is the next step, on the day to which it was moved, and no longer when it is over", () => {
  const planned = talkOn("2026-05-14");
  const about = { talk: planned.id, intervention: "school_talk" };
  const moved = eventOf(
    "talk_moved",
    { ...about, from: "2026-05-14", on: "2026-05-20", time: null, place: null, words: null },
    { actor: devries, at: "2026-04-25T08:00:00Z" },
  );
  const ended = eventOf(
    "talk_ended",
    { ...about, on: "2026-05-20", outcome: "held", present: null, words: null },
    { actor: devries, at: "2026-05-20T08:00:00Z" },
  );
  const saidOn = (facts: NextFacts, day: string) => whatIsNext(facts, on(day), school, t).text;
  expect(saidOn(afterTalks(planned, talkOn("2026-05-18")), "2026-05-04")).toBe(
    "Volgende stap: een gesprek op donderdag 14 mei om 10.00 uur.",
  );
  expect(saidOn(afterTalks(planned, moved), "2026-05-04")).toBe("Volgende stap: een gesprek op woensdag 20 mei.");
  expect(saidOn(afterTalks(planned, moved, ended), "2026-05-04")).toMatch(/met deze melding bezig/);
  expect(saidOn(afterTalks(planned), "2026-05-15")).toMatch(/met deze melding bezig/);
});

test("what was recorded on its own day is no next step", () => {
  expect(nextOf(afterTalks(talkOn("2026-04-24")), on("2026-04-24"))).toEqual({ kind: "busy" });
});

test("of another body the school reads no more than that there is one, whichever it is", () => {
  const facts: NextFacts = { ...filed, clock: pausedOn("2026-04-28T09:00:00Z", "third_party", { party: "halt" }) };
  const words = whatIsNext(facts, on("2026-05-06"), school, t);
  expect(words.text).toMatch(/wacht op een andere instantie/);
  expect(JSON.stringify(words)).not.toMatch(/halt/i);
});

test("a clock that stopped when the term was over does not hide that it was", () => {
  const facts: NextFacts = { ...filed, clock: pausedOn("2026-05-04T09:00:00Z", "school") };
  expect(promisedOn(facts, "2026-05-06")).toMatchObject({ isLate: true, still: null });
});

test("after a reaction the next one is promised where the office does that, counted from the last", () => {
  const timeline = [...filed.timeline, { event: everyKind.taken_up }];
  const clock = {
    ...plainClock,
    fromAt: new Date("2026-04-24T09:00:00Z"),
    nextDueAt: endOfDay(calendarDate.parse("2026-05-12")),
  };
  const facts: NextFacts = { ...filed, status: "in_progress", timeline, clock };
  expect(nextOf(facts, on("2026-04-28"))).toMatchObject({ of: "next", promise: { used: 1, term: 10 } });
  expect(whatIsNext(facts, on("2026-04-28"), school, t).text).toBe(
    "Leerplicht Enschede reageert uiterlijk dinsdag 12 mei opnieuw.",
  );
});

test("a free day of the office that was known counts in no term, and the day is told the same", () => {
  const clock = { ...plainClock, own: new Set([calendarDate.parse("2026-04-28")]) };
  const facts: NextFacts = { ...filed, clock, dueAt: endOfDay(calendarDate.parse("2026-05-04")) };
  expect(promisedOn(facts, "2026-04-29")).toMatchObject({ used: 2, term: 5, lastDay: "2026-05-04" });
});
