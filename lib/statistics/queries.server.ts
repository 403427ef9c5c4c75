import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { formatMonth } from "@/lib/i18n/format";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { isBreakdown } from "./breakdowns";
import { findCoverage } from "./coverage.server";
import { findEnrolled } from "./enrolled.server";
import { breakdownAxis, columnsOf, type GroupedSums, gridOf, monthAxis } from "./grid";
import { readKeptSums } from "./kept-sums.server";
import { levels } from "./levels";
import { maySee } from "./may-see";
import { measures } from "./measures";
import { askOwnSums } from "./own-sums.server";
import { firstDayOf } from "./period";
import { homeRegionOf, nameOfPlace, namesOf, placeChoices, placesWithin } from "./places.server";
import { type Preset, presetsFor } from "./presets";
import type { Selection } from "./selection";
import { type Axis, type NamedGrid, tableOf } from "./table";
import type { FigureView, PlaceChoice } from "./views";

/** The figures of a selection, guarded where they are about others. */
export async function findFigures(viewer: Viewer, wish: Selection, now: Now): Promise<FigureView> {
  if (!maySee(viewer, wish)) throw new NotFound("figures");
  const placeName = wish.place === null ? null : await nameOfPlace(wish.place);
  if (wish.about === "others" && placeName === null) throw new NotFound("figures");
  const [{ grid, closedMonths, corrections }, stand, coverage] = await Promise.all([
    wish.about === "own" ? ownGrid(viewer, wish, now) : keptGrid(wish, now),
    prisma.figureStand.findUnique({ where: { id: 1 } }),
    wish.place === null ? null : findCoverage(wish.place, wish.period),
  ]);
  await recordRead(viewer, now, {
    action: wish.about === "own" ? "figures:read-own" : "figures:read",
    object: { kind: "figures", count: grid.rows.length },
    reason: usualReason(viewer),
  });
  const table = tableOf(grid, wish, (measure) => measures[measure].label);
  const countedAt = stand?.countedAt ?? null;
  return { selection: wish, table, placeName, countedAt, coverage, closedMonths, corrections };
}

/** The ready-made views of this viewer, with where he is at home filled in. */
export async function listPresets(viewer: Viewer, now: Now): Promise<readonly Preset[]> {
  if (!can(viewer, "figures:read", {})) throw new NotFound("figures");
  return presetsFor(viewer, await homeRegionOf(viewer), now.today);
}

/** What the page for an own selection offers: places, and by what it begins. */
export async function listPlaceChoices(viewer: Viewer): Promise<readonly PlaceChoice[]> {
  if (!can(viewer, "figures:read", {})) throw new NotFound("figures");
  return placeChoices(await homeRegionOf(viewer));
}

interface Found extends Pick<FigureView, "closedMonths" | "corrections"> {
  readonly grid: NamedGrid;
}

/** The own figures are as they are now: nothing of them is closed. */
async function ownGrid(viewer: Viewer, wish: Selection, now: Now): Promise<Found> {
  const [sums, enrolled] = await Promise.all([askOwnSums(viewer, wish), findEnrolled(viewer, wish)]);
  const rows = await ownRows(sums, wish, now);
  const grid = gridOf(sums, { rows, columns: occurring(sums, wish), hasTotalRow: true, enrolled });
  return { grid, closedMonths: [], corrections: [] };
}

/** Of the own organisation only what occurs is shown; months also when nothing was reported. */
async function ownRows(sums: readonly GroupedSums[], { rows, period }: Selection, now: Now): Promise<readonly Axis[]> {
  if (rows === "month") return monthAxis(period, now.today, nameOfMonth);
  const codes = new Set(sums.map(({ row }) => row));
  if (isBreakdown(rows)) return breakdownAxis(rows).filter(({ code }) => codes.has(code));
  const named = await namesOf(
    rows,
    [...codes].filter((code) => code !== "" && code !== "-"),
  );
  return codes.has("-") ? [...named, nowhere] : named;
}

const nowhere: Axis = { code: "-", label: { nl: "Niet bekend", en: "Not known" } };

function occurring(sums: readonly GroupedSums[], { columns }: Selection): readonly Axis[] {
  const codes = new Set(sums.map(({ column }) => column));
  return columnsOf(columns).filter(({ code }) => codes.has(code));
}

async function keptGrid(wish: Selection, now: Now): Promise<Found> {
  const { place, rows: kind } = wish;
  if (place === null) throw new NotFound("figures");
  const rows = await keptRows(wish, now);
  const [{ sums, ...closed }, enrolled] = await Promise.all([readKeptSums(wish, rows), findEnrolled(null, wish)]);
  // Schools lie in a region, but its figures are those of who lives there: these do not add up.
  const isNested = kind === "month" || isBreakdown(kind) || levels[kind].within === place.level;
  const hasTotalRow = isNested && kind !== "school";
  return { grid: gridOf(sums, { rows, columns: columnsOf(wish.columns), hasTotalRow, enrolled }), ...closed };
}

async function keptRows({ rows, place, period }: Selection, now: Now): Promise<readonly Axis[]> {
  if (rows === "month") return monthAxis(period, now.today, nameOfMonth);
  if (isBreakdown(rows)) return breakdownAxis(rows);
  return place === null ? [] : placesWithin(rows, place);
}

function nameOfMonth(month: string): Axis["label"] {
  return { nl: formatMonth(firstDayOf(month), "nl"), en: formatMonth(firstDayOf(month), "en") };
}
