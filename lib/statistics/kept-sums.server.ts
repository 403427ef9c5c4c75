import "server-only";
import { prisma } from "@/lib/db/client.server";
import { goingOn, isBreakdown } from "./breakdowns";
import { type Correction, correctionOf } from "./closing";
import type { GroupedSums } from "./grid";
import { noSums, type Sums } from "./measures";
import { monthsOf } from "./period";
import type { Selection } from "./selection";
import type { Axis } from "./table";

export interface Key {
  readonly level: string;
  readonly place: string;
  readonly period: string;
  readonly breakdown: string;
  readonly code: string;
}

type Cell = Key & Sums;
type ClosedSums = Omit<Key, "period"> & { readonly month: string } & Pick<Sums, ClosedCount>;
type ClosedCount = "reportCount" | "pupilCount" | "followUpCount" | "timedCount" | "filedInTimeCount";

/** The sums about others, as they were when their months were closed, and what has changed since. */
export interface KeptSums {
  readonly sums: readonly GroupedSums[];
  readonly closedMonths: readonly string[];
  readonly corrections: readonly Correction[];
}

/** The kept sums that a selection about others is laid out from: by key, whatever the number of reports. */
export async function readKeptSums(wish: Selection, rows: readonly Axis[]): Promise<KeptSums> {
  const asked = askedOf(wish, rows);
  const { period, ...places } = asked;
  const [current, closed, months, concealed] = await Promise.all([
    prisma.figureCell.findMany({ where: asked }),
    prisma.closedCell.findMany({ where: { ...places, month: period } }),
    prisma.closedMonth.findMany({ where: { month: period }, orderBy: { month: "asc" } }),
    prisma.concealedCell.findMany({ where: asked }),
  ]);
  const closedMonths = months.map(({ month }) => month);
  const cells = withClosed(current, closed, new Set(closedMonths));
  const untold = new Map(concealed.map(({ counts, ...cell }) => [keyOf(cell, cell.period), counts]));
  return {
    sums: cells.map((cell) => ({
      ...cell,
      ...keysOf(cell, wish),
      concealed: untold.get(keyOf(cell, cell.period)) ?? [],
    })),
    closedMonths,
    corrections: correctionsOf(
      wish,
      current,
      // What no table tells, no correction tells.
      closed.filter((cell) => !untold.get(keyOf(cell, cell.month))?.includes("reportCount")),
    ),
  };
}

function askedOf(wish: Selection, rows: readonly Axis[]) {
  const { place } = wish;
  const breakdown = isBreakdown(wish.rows) ? wish.rows : wish.columns === "measures" ? null : wish.columns;
  const isPlaces = wish.rows !== "month" && !isBreakdown(wish.rows);
  return {
    OR: [
      ...(place === null ? [] : [{ level: place.level, place: place.code }]),
      ...(isPlaces ? [{ level: wish.rows, place: { in: rows.map(({ code }) => code) } }] : []),
    ],
    period: { in: wish.rows === "month" ? [wish.period, ...monthsOf(wish.period)] : [wish.period] },
    breakdown: { in: ["all", ...(breakdown === null ? [] : [breakdown])] },
  };
}

const keyOf = ({ level, place, breakdown, code }: Omit<Key, "period">, period: string) =>
  [level, place, period, breakdown, code].join(" ");

const isGoingOn = (breakdown: string) => goingOn.some((known) => known === breakdown);

/** In a closed month what was counted of the filing stays as it was then; a cell that came later was empty then. */
export function withClosed(
  current: readonly Cell[],
  closed: readonly ClosedSums[],
  months: ReadonlySet<string>,
): readonly Cell[] {
  const then = new Map(closed.map((cell) => [keyOf(cell, cell.month), cell]));
  const open = current.filter(({ period, breakdown }) => !months.has(period) || isGoingOn(breakdown));
  const now = new Map(current.map((cell) => [keyOf(cell, cell.period), cell]));
  const kept = [...then].map(
    ([key, { month, ...sums }]): Cell => ({ ...noSums, ...now.get(key), ...sums, period: month }),
  );
  return [...open, ...kept];
}

/** Of the place itself, by month. */
function correctionsOf(
  wish: Selection,
  current: readonly Cell[],
  closed: readonly ClosedSums[],
): readonly Correction[] {
  const isPlace = ({ level, place, breakdown }: Omit<Key, "period">) =>
    level === wish.place?.level && place === wish.place.code && breakdown === "all";
  const now = new Map(current.filter(isPlace).map(({ period, reportCount }) => [period, reportCount]));
  return closed
    .filter(isPlace)
    .flatMap(({ month, reportCount }) => correctionOf(month, reportCount, now.get(month) ?? 0) ?? [])
    .toSorted((one, other) => one.month.localeCompare(other.month));
}

function keysOf(cell: Cell, wish: Selection): { readonly row: string; readonly column: string } {
  if (isBreakdown(wish.rows)) return { row: cell.code, column: "" };
  if (wish.rows === "month") return { row: cell.period === wish.period ? "" : cell.period, column: cell.code };
  const isTotal = cell.level === wish.place?.level && cell.place === wish.place.code;
  return { row: isTotal ? "" : cell.place, column: cell.code };
}
