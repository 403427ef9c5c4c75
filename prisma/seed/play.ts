import { randomUUID } from "node:crypto";
import { acknowledgeReport } from "@/lib/casework/commands/acknowledge-report.server";
import { assignReport } from "@/lib/casework/commands/assign-report.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { prisma } from "@/lib/db/client.server";
import type { OfficeViewer, SchoolViewer } from "@/lib/identity/viewer";
import { closeNoteCodes, closeReasonCodes } from "@/lib/reports/codes";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { addDays, type CalendarDate, startOfDay } from "@/lib/shared/calendar-date";
import { type Now, nowAt } from "@/lib/shared/clock";
import { isWorkingDay } from "@/lib/shared/working-days";
import type { Chance } from "./random";
import type { SeedAct, SeedReport } from "./reports";

/** Who plays: a reporter of each school, an officer of each office by its name. */
export interface Cast {
  readonly reporterOf: (brin: string) => SchoolViewer;
  readonly officerOf: (office: string, officer: string | null) => OfficeViewer | null;
  /** Who distributes the work of an office. */
  readonly clerkOf: (office: string) => OfficeViewer | null;
}

/** Files a report on its day and lets the office do its steps, through the same commands as everybody. */
export async function playReport(cast: Cast, chance: Chance, report: SeedReport): Promise<void> {
  const reporter = cast.reporterOf(report.student.school["brin"] ?? "");
  const filed = await fileReport(reporter, report.input, workMoment(chance, report.filedOn), { id: randomUUID() });
  if (!filed.ok) return;
  const { reference } = filed.value;
  const officer = await officerWho(cast, reference);
  let day = report.filedOn;
  for (const { act, daysLater } of report.steps) {
    day = afterWorkingDays(day, daysLater);
    const now = workMoment(chance, day);
    if (act === "withdraw") await withdrawReport(reporter, { reference, reason: "Per ongeluk gemeld." }, now);
    else if (officer !== null) await officeAct(officer, chance, reference, act, now);
  }
}

/** Puts some of the latest reports of an office back into its shared inbox: so there is something to distribute. */
export async function leaveUndivided(cast: Cast, office: string, now: Now): Promise<void> {
  const clerk = cast.clerkOf(office);
  if (clerk === null) return;
  const untouched = await prisma.report.findMany({
    where: { officeId: clerk.officeId, status: "registered", isProtected: false, officerId: { not: null } },
    orderBy: [{ filedAt: "desc" }, { reference: "asc" }],
    take: undividedCount * 2,
    select: { reference: true },
  });
  for (const { reference } of untouched.filter((_, at) => at % 2 === 0)) {
    await assignReport(clerk, { reference }, now);
  }
}

const undividedCount = 8;

/** Some officers of an office agreed on a talk: for a day that lies ahead, or for today, so that how it went is asked. */
export async function planTalks(cast: Cast, office: string, { today }: Now): Promise<void> {
  const agreed = nowAt(new Date(startOfDay(addDays(today, -7)).getTime() + 10 * 3_600_000));
  const quiet = await prisma.report.findMany({
    where: {
      office: { organisation: { name: office } },
      status: "in_progress",
      isProtected: false,
      events: { none: { at: { gte: agreed.at } } },
    },
    orderBy: [{ filedAt: "desc" }, { reference: "asc" }],
    take: talkCount,
    select: { reference: true },
  });
  for (const [place, { reference }] of quiet.entries()) {
    const officer = await officerWho(cast, reference);
    const on = place % 2 === 0 ? today : addDays(today, 4);
    if (officer !== null)
      await recordAction(officer, { reference, intervention: "talk_at_school", on, time: "10:30" }, agreed);
  }
}

const talkCount = 12;

/** Read from the report itself: of a student with a protected address the school is not told, nor may every officer see it. */
async function officerWho(cast: Cast, reference: string): Promise<OfficeViewer | null> {
  const { office, officer, isProtected } = await prisma.report.findUniqueOrThrow({
    where: { reference },
    select: {
      isProtected: true,
      office: { select: { organisation: { select: { name: true } } } },
      officer: { select: { name: true } },
    },
  });
  const viewer = office === null ? null : cast.officerOf(office.organisation.name, officer?.name ?? null);
  return isProtected && viewer?.protectedCases === false ? null : viewer;
}

function afterWorkingDays(day: CalendarDate, count: number): CalendarDate {
  let later = day;
  for (let left = count; left > 0; ) {
    later = addDays(later, 1);
    if (isWorkingDay(later)) left -= 1;
  }
  return later;
}

/** Some minute of the working day. */
function workMoment(chance: Chance, day: CalendarDate): Now {
  const minutes = chance.between(8 * 60, 16 * 60 + 30);
  return nowAt(new Date(Math.min(startOfDay(day).getTime() + minutes * 60_000, Date.now())));
}

const kinds = { call: "called", talk: "talk_at_school", letter: "warning_letter" } as const;

async function officeAct(
  officer: OfficeViewer,
  chance: Chance,
  reference: string,
  act: Exclude<SeedAct, "withdraw">,
  now: Now,
): Promise<void> {
  switch (act) {
    case "take":
      await takeUp(officer, { reference }, now);
      return;
    case "acknowledge":
      await acknowledgeReport(officer, { reference }, now);
      return;
    case "close":
      await closeReport(officer, closing(chance, reference), now);
      return;
    default:
      await recordAction(officer, { reference, intervention: kinds[act] }, now);
  }
}

function closing(chance: Chance, reference: string) {
  const back = chance.happens(0.7);
  return {
    reference,
    closeReason: back
      ? ("back_to_school" as const)
      : chance.pick(closeReasonCodes.filter((code) => code !== "deceased")),
    closeNote: chance.pick(closeNoteCodes),
  };
}
