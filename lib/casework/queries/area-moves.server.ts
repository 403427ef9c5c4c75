import "server-only";
import { z } from "zod";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { AreaMoveChoice } from "@/lib/routing/area-move-choice";
import { type OfficeChange, officeChanges } from "@/lib/routing/office-changes.server";
import { addDays, type CalendarDate, dayOf, fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { type AreaMoveLine, type DryRun, type DryRunLine, following } from "../area-move";
import { countOpenInArea, type OpenInArea, openInArea, routeOn } from "../area-moves.server";

/** Changes of the last year and all that are to come; older ones have no open reports of their own any more. */
const daysBack = 366;

/** Municipalities that change, with how many open reports they have. */
export async function listAreaMoves(viewer: Viewer, now: Now): Promise<readonly AreaMoveLine[]> {
  requireKeeper(viewer);
  const lines = await linesSince(addDays(now.today, -daysBack));
  const object = { kind: "municipality", count: lines.length };
  await recordRead(viewer, now, { action: "areas:read", object, reason: "duty-of-the-desk" });
  return lines.filter(({ openCount, isPlanned }) => openCount > 0 || isPlanned);
}

const changeKind = z.enum(["merger", "split", "border-correction"]);

/** So many reports are tried in a dry run. */
const mostTried = 2_000;

/** Which open reports would follow, and which would not. Nothing is changed, and nobody hears of it. */
export async function tryAreaMove(viewer: Viewer, now: Now, choice: AreaMoveChoice): Promise<DryRun> {
  requireKeeper(viewer);
  const [line] = await linesSince(choice.effectiveOn, choice);
  if (line === undefined) throw new NotFound("area-move");
  const tried: Tried[] = [];
  for await (const report of openInArea(choice)) {
    tried.push(await tryOne(report, laterOf(choice.effectiveOn, now.today)));
    if (tried.length === mostTried) break;
  }
  const object = { kind: "report", count: tried.length };
  await recordRead(viewer, now, { action: "areas:try", object, reason: "duty-of-the-desk" });
  return dryRunOf(line, tried);
}

function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  if (one > other) return one;
  return other;
}

interface Tried extends DryRunLine {
  readonly isProtected: boolean;
}

async function tryOne(report: OpenInArea, day: CalendarDate): Promise<Tried> {
  const outcome = following(report, (await routeOn(report, day)).route);
  return {
    reference: report.reference,
    isProtected: report.isProtected,
    fromName: report.officeName,
    toName: outcome.kind === "moves" ? outcome.route.office.name : null,
    why: outcome.kind === "stays" ? outcome.why : null,
  };
}

function dryRunOf(line: AreaMoveLine, tried: readonly Tried[]): DryRun {
  const shown = tried.filter(({ isProtected }) => !isProtected);
  return {
    line,
    movesCount: tried.filter(({ toName }) => toName !== null).length,
    staysCount: tried.filter(({ toName }) => toName === null).length,
    hiddenCount: tried.length - shown.length,
    lines: shown.map(({ isProtected: _, ...one }) => one),
    isCut: tried.length < line.openCount,
  };
}

function requireKeeper(viewer: Viewer): void {
  if (!can(viewer, "areas:keep", {})) throw new NotFound("areas");
}

async function linesSince(day: CalendarDate, only: AreaMoveChoice | null = null): Promise<readonly AreaMoveLine[]> {
  const effectiveOn = only === null ? { gte: toColumn(day) } : toColumn(only.effectiveOn);
  const oldCode = only === null ? {} : { oldCode: only.oldCode };
  const [reorganisations, offices, planned] = await Promise.all([
    prisma.municipalityChange.findMany({
      where: { effectiveOn, ...oldCode },
      orderBy: [{ effectiveOn: "asc" }, { oldCode: "asc" }, { newCode: "asc" }],
    }),
    officeChanges({ only, since: day }),
    prisma.areaMove.findMany({ where: { effectiveOn, ...oldCode } }),
  ]);
  const names = await namesOf([
    ...reorganisations.flatMap((change) => [change.oldCode, change.newCode]),
    ...offices.map(({ municipalityCode }) => municipalityCode),
  ]);
  const changes = [...reorganisations.map((change) => fromList(change, names)), ...offices.map(fromOffice(names))];
  // Where a municipality goes up in another, its offices change too: the first of the two says why.
  const groups = Map.groupBy(changes, (change) => `${change.effectiveOn} ${change.oldCode}`);
  const lines: AreaMoveLine[] = [];
  for (const [, group] of [...groups].sort(([one], [other]) => (one < other ? -1 : 1))) {
    lines.push(await lineOf(group, planned));
  }
  return lines;
}

/** One way in which a municipality changes on a day. */
interface Change extends Pick<AreaMoveLine, "oldCode" | "oldName" | "effectiveOn" | "kind"> {
  readonly newName: string;
}

type Names = ReadonlyMap<string, string>;
type Reorganisation = Awaited<ReturnType<typeof prisma.municipalityChange.findMany>>[number];
type Planned = Awaited<ReturnType<typeof prisma.areaMove.findMany>>[number];

function fromList({ oldCode, newCode, oldName, effectiveOn, kind }: Reorganisation, names: Names): Change {
  return {
    oldCode,
    oldName: names.get(oldCode) ?? oldName ?? oldCode,
    newName: names.get(newCode) ?? newCode,
    effectiveOn: fromColumn(effectiveOn),
    kind: changeKind.parse(kind),
  };
}

function fromOffice(names: Names) {
  return ({ municipalityCode: oldCode, effectiveOn, officeName: newName }: OfficeChange): Change => ({
    ...{ oldCode, oldName: names.get(oldCode) ?? oldCode, newName, effectiveOn },
    kind: "office",
  });
}

async function lineOf(changes: readonly Change[], planned: readonly Planned[]): Promise<AreaMoveLine> {
  const [first] = changes;
  if (first === undefined) throw new Error("a change without changes");
  const { oldCode, oldName, effectiveOn, kind } = first;
  const plan = planned.find((one) => one.oldCode === oldCode && fromColumn(one.effectiveOn) === effectiveOn);
  return {
    ...{ oldCode, oldName, effectiveOn, kind },
    newNames: changes.filter((change) => change.kind === kind).map(({ newName }) => newName),
    openCount: await countOpenInArea({ oldCode, effectiveOn }),
    isPlanned: plan !== undefined,
    doneOn: plan?.doneAt == null ? null : dayOf(plan.doneAt),
    movedCount: plan?.movedCount ?? 0,
  };
}

async function namesOf(codes: readonly string[]): Promise<Names> {
  const rows = await prisma.municipality.findMany({ where: { code: { in: [...new Set(codes)] } } });
  return new Map(rows.map(({ code, name }) => [code, name]));
}
