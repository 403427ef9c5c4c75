import { expect, test } from "vitest";
import { transact } from "@/lib/audit/transact.server";
import { acceptTransfer } from "@/lib/casework/commands/answer-transfer.server";
import { assignReport } from "@/lib/casework/commands/assign-report.server";
import { extendClock, pauseClock, resumeClock } from "@/lib/casework/commands/keep-clock.server";
import { offerTransfer } from "@/lib/casework/commands/offer-transfer.server";
import { referReport } from "@/lib/casework/commands/refer-report.server";
import { prisma } from "@/lib/db/client.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { addFreeDay } from "@/lib/reports/commands/keep-terms.server";
import { pauseForQuestion, resumeAfterQuestion } from "@/lib/reports/question-clock.server";
import { calendarDate, dayOf } from "@/lib/shared/calendar-date";
import { type Now, nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import type { Result } from "@/lib/shared/result";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, type World } from "@/tests/support/world";

/** One report on its way: the office that has it now, the other one, and the question that was asked last. */
interface Life {
  readonly world: World;
  readonly elsewhere: World;
  readonly reference: string;
  question: string;
  officer: OfficeViewer;
}

async function aLife(filed: string): Promise<Life> {
  const [world, elsewhere] = [await aWorld(), await aWorld()];
  const absence = { firstDay: "2026-03-09", lastDay: "2026-03-13" };
  const { reference } = await aFiledReport(world, absence, nowAt(new Date(filed)));
  return { world, elsewhere, reference, question: "", officer: world.officer };
}

const storedOf = ({ reference }: Life) => prisma.report.findUniqueOrThrow({ where: { reference } });

const target = ({ reference }: Life) => ({ reference });
const other = ({ elsewhere }: Life) => ({ officeCode: elsewhere.office.code });

/** What befalls a promise, each by the command that does it. */
const acts = {
  "asks the school": (life: Life, now: Now) =>
    transact(life.officer, now, async (tx) => {
      life.question = newId();
      await pauseForQuestion(tx, (await storedOf(life)).id, { id: life.question, dueOn: now.today });
    }),
  "the school answers": (life: Life, now: Now) =>
    transact(life.world.reporter, now, async (tx) => resumeAfterQuestion(tx, (await storedOf(life)).id, life.question)),
  "waits for the doctor": (life: Life, now: Now) =>
    done(pauseClock(life.officer, { ...target(life), waitsFor: "youth_doctor" }, now)),
  "waits no longer": (life: Life, now: Now) => done(resumeClock(life.officer, target(life), now)),
  "takes two days more": (life: Life, now: Now) =>
    done(extendClock(life.officer, { ...target(life), days: 2, reason: "Wij wachten op de school." }, now)),
  "gives it to a colleague": async (life: Life, now: Now) => {
    const { id } = life.world.office;
    const lead = officerOf(id, { role: "team_lead" });
    const { accountId: officerId } = await anAccount(id, "officer");
    await done(assignReport(lead, { ...target(life), officerId }, now));
  },
  "sends it on": async (life: Life, now: Now) => {
    await done(referReport(life.officer, { ...target(life), ...other(life), reason: "agreed" }, now));
    life.officer = life.elsewhere.officer;
  },
  "hands it over": async (life: Life, now: Now) => {
    await done(offerTransfer(life.officer, { ...target(life), ...other(life), reason: "moved" }, now));
    await done(acceptTransfer(life.elsewhere.officer, target(life), now));
    life.officer = life.elsewhere.officer;
  },
  "closes on 30 April": (life: Life, now: Now) => closes(life.world, "2026-04-30", now),
  "the other office closes on 30 April": (life: Life, now: Now) => closes(life.elsewhere, "2026-04-30", now),
} as const;

function closes({ office }: World, day: string, now: Now) {
  const lead = officerOf(office.id, { role: "team_lead" });
  return done(addFreeDay(lead, { day: calendarDate.parse(day), name: "Brugdag" }, now));
}

async function done(outcome: Promise<Result<unknown>>): Promise<void> {
  const given = await outcome;
  if (!given.ok) throw new Error(`refused: ${JSON.stringify(given.problems)}`);
}

type Step = readonly [at: string, act: keyof typeof acts];

// Moments are UTC; Amsterdam is an hour ahead in winter and two in summer. Five working days are promised. 27 April,
// 5, 14 and 25 May 2026 are free, and so are Good Friday 3 April and Easter Monday 6 April.
const thursday = "2026-04-23T14:31:00Z";
const examples: readonly (readonly [why: string, filed: string, steps: readonly Step[], last: string])[] = [
  ["nothing happens", thursday, [], "2026-05-01"],
  [
    "two pauses that overlap count once",
    thursday,
    [
      ["2026-04-24T08:00:00Z", "waits for the doctor"],
      ["2026-04-28T08:00:00Z", "asks the school"],
      ["2026-04-29T08:00:00Z", "the school answers"],
      ["2026-04-30T08:00:00Z", "waits no longer"],
    ],
    "2026-05-07",
  ],
  [
    "a pause within a pause counts nothing more",
    thursday,
    [
      ["2026-04-24T08:00:00Z", "asks the school"],
      ["2026-04-28T08:00:00Z", "waits for the doctor"],
      ["2026-04-28T09:00:00Z", "the school answers"],
      ["2026-04-28T15:00:00Z", "waits no longer"],
    ],
    "2026-05-04",
  ],
  [
    "asked on Sunday night before a free Monday, answered on Wednesday",
    thursday,
    [
      ["2026-04-26T20:30:00Z", "asks the school"],
      ["2026-04-29T08:00:00Z", "the school answers"],
    ],
    "2026-05-04",
  ],
  [
    "asked and answered within a free day",
    thursday,
    [
      ["2026-04-27T08:00:00Z", "asks the school"],
      ["2026-04-27T15:00:00Z", "the school answers"],
    ],
    "2026-05-01",
  ],
  [
    "extended over a weekend and no further than its days",
    thursday,
    [["2026-04-24T08:00:00Z", "takes two days more"]],
    "2026-05-06",
  ],
  [
    "extended in the last minute of the last day",
    thursday,
    [["2026-05-01T21:59:00Z", "takes two days more"]],
    "2026-05-06",
  ],
  [
    "extended while it waits: both days and wait are added",
    thursday,
    [
      ["2026-04-24T08:00:00Z", "waits for the doctor"],
      ["2026-04-28T08:00:00Z", "takes two days more"],
      ["2026-04-29T08:00:00Z", "waits no longer"],
    ],
    "2026-05-08",
  ],
  [
    "extended after it waited",
    thursday,
    [
      ["2026-04-24T08:00:00Z", "asks the school"],
      ["2026-04-28T08:00:00Z", "the school answers"],
      ["2026-04-28T09:00:00Z", "takes two days more"],
    ],
    "2026-05-07",
  ],
  [
    "given to a colleague: the promise is the office's",
    thursday,
    [["2026-04-30T08:00:00Z", "gives it to a colleague"]],
    "2026-05-01",
  ],
  [
    "given to a colleague while it waits",
    thursday,
    [
      ["2026-04-24T08:00:00Z", "asks the school"],
      ["2026-04-28T08:00:00Z", "gives it to a colleague"],
      ["2026-04-29T08:00:00Z", "the school answers"],
    ],
    "2026-05-06",
  ],
  ["sent on on its last day", thursday, [["2026-05-01T08:00:00Z", "sends it on"]], "2026-05-01"],
  ["handed over to another office", thursday, [["2026-04-29T08:00:00Z", "hands it over"]], "2026-05-01"],
  [
    "handed over while it waits, and answered at the new office",
    thursday,
    [
      ["2026-04-24T08:00:00Z", "asks the school"],
      ["2026-04-28T08:00:00Z", "hands it over"],
      ["2026-04-29T08:00:00Z", "the school answers"],
    ],
    "2026-05-06",
  ],
  [
    "handed over, and extended by the new office",
    thursday,
    [
      ["2026-04-29T08:00:00Z", "hands it over"],
      ["2026-04-30T08:00:00Z", "takes two days more"],
    ],
    "2026-05-06",
  ],
  [
    "a day off of the office that was kept after the promise moves nothing",
    thursday,
    [["2026-04-24T08:00:00Z", "closes on 30 April"]],
    "2026-05-01",
  ],
  [
    "a day off of the new office moves nothing either",
    thursday,
    [
      ["2026-04-24T08:00:00Z", "the other office closes on 30 April"],
      ["2026-04-28T08:00:00Z", "hands it over"],
    ],
    "2026-05-01",
  ],
  ["filed in the night in which summer time begins", "2026-03-28T23:30:00Z", [], "2026-04-08"],
  [
    "asked in that night, answered after the weekend",
    "2026-03-26T09:00:00Z",
    [
      ["2026-03-29T00:30:00Z", "asks the school"],
      ["2026-03-31T08:00:00Z", "the school answers"],
    ],
    "2026-04-07",
  ],
  ["filed in the night in which summer time ends", "2026-10-25T00:30:00Z", [], "2026-11-02"],
  [
    "asked in that night, answered half an hour into Monday",
    "2026-10-22T09:00:00Z",
    [
      ["2026-10-25T00:30:00Z", "asks the school"],
      ["2026-10-25T23:30:00Z", "the school answers"],
    ],
    "2026-10-29",
  ],
  [
    "asked in that night, answered half an hour into Tuesday",
    "2026-10-22T09:00:00Z",
    [
      ["2026-10-25T00:30:00Z", "asks the school"],
      ["2026-10-26T23:30:00Z", "the school answers"],
    ],
    "2026-10-30",
  ],
];

test.each(examples)("%s", async (_why, filed, steps, last) => {
  const life = await aLife(filed);
  for (const [at, act] of steps) await acts[act](life, nowAt(new Date(at)));
  const { dueAt, pausedAt } = await storedOf(life);
  expect(pausedAt).toBeNull();
  expect(dayOf(dueAt)).toBe(last);
});
