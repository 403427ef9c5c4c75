import "server-only";
import { z } from "zod";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { AreaMoveChoice } from "@/lib/routing/area-move-choice";
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

async function linesSince(day: CalendarDate, only?: AreaMoveChoice): Promise<readonly AreaMoveLine[]> {
  const effectiveOn = only === undefined ? { gte: toColumn(day) } : toColumn(only.effectiveOn);
  const oldCode = only === undefined ? {} : { oldCode: only.oldCode };
  const [changes, planned] = await Promise.all([
    prisma.municipalityChange.findMany({
      where: { effectiveOn, ...oldCode },
      orderBy: [{ effectiveOn: "asc" }, { oldCode: "asc" }, { newCode: "asc" }],
    }),
    prisma.areaMove.findMany({ where: { effectiveOn, ...oldCode } }),
  ]);
  const names = await namesOf(changes.flatMap(({ oldCode: from, newCode }) => [from, newCode]));
  const groups = Map.groupBy(changes, (change) => `${change.oldCode} ${fromColumn(change.effectiveOn)}`);
  return Promise.all([...groups.values()].map((group) => lineOf(group, { names, planned })));
}

type Change = Awaited<ReturnType<typeof prisma.municipalityChange.findMany>>[number];
type Planned = Awaited<ReturnType<typeof prisma.areaMove.findMany>>[number];

interface Known {
  readonly names: ReadonlyMap<string, string>;
  readonly planned: readonly Planned[];
}

async function lineOf(changes: readonly Change[], { names, planned }: Known): Promise<AreaMoveLine> {
  const [first] = changes;
  if (first === undefined) throw new Error("a change without changes");
  const { oldCode, kind } = first;
  const effectiveOn = fromColumn(first.effectiveOn);
  const plan = planned.find((one) => one.oldCode === oldCode && fromColumn(one.effectiveOn) === effectiveOn);
  return {
    oldCode,
    oldName: names.get(oldCode) ?? first.oldName ?? oldCode,
    newNames: changes.map(({ newCode }) => names.get(newCode) ?? newCode),
    effectiveOn,
    kind: changeKind.parse(kind),
    openCount: await countOpenInArea({ oldCode, effectiveOn }),
    isPlanned: plan !== undefined,
    doneOn: plan?.doneAt == null ? null : dayOf(plan.doneAt),
    movedCount: plan?.movedCount ?? 0,
  };
}

async function namesOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await prisma.municipality.findMany({ where: { code: { in: [...new Set(codes)] } } });
  return new Map(rows.map(({ code, name }) => [code, name]));
}
