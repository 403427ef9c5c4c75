import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Place } from "./rule";
import { type MunicipalityChange, municipalitiesOf, type RoutingTable } from "./table";

/** The municipalities that took over from this one by the day of filing; itself when it still exists. */
export function successorsOf(code: string, filedOn: CalendarDate, table: RoutingTable): readonly string[] {
  if (!table.changes.has(code)) return [code];
  const ends = new Set<string>();
  follow({ code, from: "", filedOn, table, ends, seen: new Set() });
  return [...ends].sort();
}

interface Walk {
  readonly code: string;
  /** A code that is used anew is followed from the day on which it took over. */
  readonly from: string;
  readonly filedOn: CalendarDate;
  readonly table: RoutingTable;
  readonly ends: Set<string>;
  readonly seen: Set<string>;
}

function follow(walk: Walk): void {
  const next = endOf(walk);
  if (next.length === 0) {
    walk.ends.add(walk.code);
    return;
  }
  for (const { newCode, effectiveOn } of next) {
    const step = `${newCode} ${effectiveOn}`;
    // A list that points in circles must not keep the desk busy for ever.
    if (walk.seen.has(step)) continue;
    walk.seen.add(step);
    if (newCode === walk.code) walk.ends.add(newCode);
    else follow({ ...walk, code: newCode, from: effectiveOn });
  }
}

/** The changes by which this municipality ended, at the first moment at which it did; none while it exists. */
function endOf({ code, from, filedOn, table }: Walk): readonly MunicipalityChange[] {
  const ending = (table.changes.get(code) ?? []).filter(
    ({ kind, effectiveOn }) => kind !== "border-correction" && from <= effectiveOn && effectiveOn <= filedOn,
  );
  const first = ending.map((change) => change.effectiveOn).sort()[0];
  return ending.filter((change) => change.effectiveOn === first);
}

/**
 * A border correction moves some addresses and leaves both municipalities alive. Only the postcode can say which;
 * where it says nothing the place stays where it was.
 */
export function movedByBorder(place: Place, filedOn: CalendarDate, table: RoutingTable): string | null {
  if (place.postcode === null) return null;
  const receivers = (table.changes.get(place.municipalityCode) ?? []).filter(
    ({ kind, effectiveOn }) => kind === "border-correction" && place.since < effectiveOn && effectiveOn <= filedOn,
  );
  if (receivers.length === 0) return null;
  const codes = municipalitiesOf(table, place.postcode, filedOn);
  const [only] = codes;
  if (only === undefined || codes.length > 1) return null;
  const receives = receivers.some(({ newCode }) => successorsOf(newCode, filedOn, table).includes(only));
  return receives ? only : null;
}
