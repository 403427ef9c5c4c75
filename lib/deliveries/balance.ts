import { type Class, classes, isClass } from "./classes";

/** How many persons stand in which class, and in the list of early leavers before and after. */
export interface Counts {
  readonly persons: number;
  readonly byClass: Readonly<Partial<Record<Class, number>>>;
  /** Opening plus new minus gone is closing. */
  readonly opening: number;
  readonly closing: number;
  /** Of those who went off the list, how many in which class. */
  readonly gone: Readonly<Partial<Record<Class, number>>>;
}

interface Group {
  readonly class: string;
  readonly wasOpen: boolean;
  readonly isOpen: boolean;
  readonly count: number;
}

export function countsOf(groups: readonly Group[]): Counts {
  const known = groups.filter(({ class: name }) => isClass(name));
  return {
    persons: sum(known),
    byClass: byClass(known),
    opening: sum(known.filter(({ wasOpen }) => wasOpen)),
    closing: sum(known.filter(({ isOpen }) => isOpen)),
    gone: byClass(known.filter(({ wasOpen, isOpen }) => wasOpen && !isOpen)),
  };
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

/** The balance as a sum that one can check: the opening, what came, what went, the closing. */
export function balanceLines({ opening, closing, byClass, gone }: Counts): readonly BalanceLine[] {
  const went = Object.entries(gone).flatMap(([name, count]): readonly BalanceLine[] =>
    isClass(name) ? [{ label: classes[name], class: name, count: -count }] : [],
  );
  return [
    { label: { nl: "Uitgevallen bij het begin", en: "Early leavers at the beginning" }, class: null, count: opening },
    { label: classes.new, class: "new", count: byClass.new ?? 0 },
    ...went,
    { label: { nl: "Uitgevallen aan het eind", en: "Early leavers at the end" }, class: null, count: closing },
  ];
}

/** What happened to others: switches, graduations and other good reasons. */
export function otherLines({ byClass, gone }: Counts): readonly BalanceLine[] {
  return Object.entries(byClass).flatMap(([name, count]): readonly BalanceLine[] => {
    if (!isClass(name) || name === "new" || name === "still-open") return [];
    const others = count - (gone[name] ?? 0);
    return others === 0 ? [] : [{ label: classes[name], class: name, count: others }];
  });
}
