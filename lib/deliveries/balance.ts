import { type Class, classes, isClass } from "./classes";
import { type Dataset, hasBalance, tellsOf } from "./datasets";

/** How many persons stand in which class, and in the list of early leavers before and after. */
export interface Counts {
  readonly persons: number;
  readonly byClass: Readonly<Partial<Record<Class, number>>>;
  /** Opening plus new minus gone is closing. Null: only what changed stands in it, which is no balance. */
  readonly opening: number | null;
  readonly closing: number | null;
  /** Of those who went off the list, how many in which class. */
  readonly gone: Readonly<Partial<Record<Class, number>>>;
}

interface Group {
  readonly class: string;
  readonly wasOpen: boolean;
  readonly isOpen: boolean;
  readonly count: number;
}

export function countsOf(dataset: Dataset, groups: readonly Group[]): Counts {
  const known = groups.filter(({ class: name }) => isClass(name));
  return withTrueBalance(dataset, {
    persons: sum(known),
    byClass: byClass(known),
    opening: sum(known.filter(({ wasOpen }) => wasOpen)),
    closing: sum(known.filter(({ isOpen }) => isOpen)),
    gone: byClass(known.filter(({ wasOpen, isOpen }) => wasOpen && !isOpen)),
  });
}

/** Also of a delivery that was stored with the sums of its own rows, which a list of changes cannot add up. */
export function withTrueBalance(dataset: Dataset, counts: Counts): Counts {
  return hasBalance(dataset) ? counts : { ...counts, opening: null, closing: null };
}

const sum = (groups: readonly Group[]) => groups.reduce((total, { count }) => total + count, 0);

function byClass(groups: readonly Group[]): Partial<Record<Class, number>> {
  const counts: Partial<Record<Class, number>> = {};
  for (const { class: name, count } of groups) if (isClass(name)) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}

export interface BalanceLine {
  readonly label: { readonly nl: string; readonly en: string };
  /** Null: a sum. */
  readonly class: Class | null;
  readonly count: number;
}

/** The balance as a sum that one can check: the opening, what came, what went, the closing. Or only what came and went. */
export function balanceLines(dataset: Dataset, counts: Counts): readonly BalanceLine[] {
  const { opening, closing, byClass, gone } = counts;
  const went = Object.entries(gone).flatMap(([name, count]): readonly BalanceLine[] =>
    isClass(name) ? [{ label: classes[name], class: name, count: -count }] : [],
  );
  return [
    ...total({ nl: "Uitgevallen bij het begin", en: "Early leavers at the beginning" }, opening),
    ...(tellsOf(dataset, "new") ? [{ label: classes.new, class: "new", count: byClass.new ?? 0 } as const] : []),
    ...went,
    ...total({ nl: "Uitgevallen aan het eind", en: "Early leavers at the end" }, closing),
  ];
}

function total(label: BalanceLine["label"], count: number | null): readonly BalanceLine[] {
  return count === null ? [] : [{ label, class: null, count }];
}

/** What happened to others: switches, graduations and other good reasons. */
export function otherLines({ byClass, gone }: Counts): readonly BalanceLine[] {
  return Object.entries(byClass).flatMap(([name, count]): readonly BalanceLine[] => {
    if (!isClass(name) || name === "new" || name === "still-open") return [];
    const others = count - (gone[name] ?? 0);
    return others === 0 ? [] : [{ label: classes[name], class: name, count: others }];
  });
}
