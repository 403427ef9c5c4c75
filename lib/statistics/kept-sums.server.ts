import "server-only";
import { prisma } from "@/lib/db/client.server";
import { isBreakdown } from "./breakdowns";
import type { GroupedSums } from "./grid";
import type { Sums } from "./measures";
import { monthsOf } from "./period";
import type { Selection } from "./selection";
import type { Axis } from "./table";

interface Cell extends Sums {
  readonly place: string;
  readonly period: string;
  readonly breakdown: string;
  readonly code: string;
}

/** The kept sums that a selection about others is laid out from: by key, whatever the number of reports. */
export async function readKeptSums(wish: Selection, rows: readonly Axis[]): Promise<readonly GroupedSums[]> {
  const { place } = wish;
  if (place === null) return [];
  const breakdown = isBreakdown(wish.rows) ? wish.rows : wish.columns === "measures" ? null : wish.columns;
  const isPlaces = wish.rows !== "month" && !isBreakdown(wish.rows);
  const cells: readonly Cell[] = await prisma.figureCell.findMany({
    where: {
      OR: [
        { level: place.level, place: place.code },
        ...(isPlaces ? [{ level: wish.rows, place: { in: rows.map(({ code }) => code) } }] : []),
      ],
      period: { in: wish.rows === "month" ? [wish.period, ...monthsOf(wish.period)] : [wish.period] },
      breakdown: { in: ["all", ...(breakdown === null ? [] : [breakdown])] },
    },
    omit: { level: false },
  });
  return cells.map((cell) => ({ ...cell, ...keysOf(cell, wish, place.code) }));
}

function keysOf(cell: Cell, wish: Selection, place: string): { readonly row: string; readonly column: string } {
  if (isBreakdown(wish.rows)) return { row: cell.code, column: "" };
  if (wish.rows === "month") return { row: cell.period === wish.period ? "" : cell.period, column: cell.code };
  return { row: cell.place === place ? "" : cell.place, column: cell.code };
}
