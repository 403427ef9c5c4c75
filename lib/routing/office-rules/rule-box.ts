import type { DutyRegime } from "@/lib/directory/regime";
import { type RuleSet, ruleSets } from "@/lib/directory/rule-sets";
import { type CalendarDate, daysBetween } from "@/lib/shared/calendar-date";
import { surnameLetters } from "../surname-letters";
import { type Box, filled, type Span } from "./boxes";
import type { Conditions, OfficeRule } from "./rule-set";

/** Which reports each of these rules is for, from a day on. A school and a place of it are told apart, not together. */
export function boxesOf(rules: readonly OfficeRule[], since: CalendarDate): readonly Box[] {
  const lists = (["locations", "schools", "types", "levels"] as const).map((list) => {
    const known = [...new Set(rules.flatMap(({ when }) => when[list] ?? []))];
    return { list, numbers: new Map(known.map((code, at) => [code, at + 1])) };
  });
  return rules.map(({ when, from, until }, place) => [
    daysFrom(since, { from, until }),
    studentsOf(when),
    when.urgent === undefined ? [{ from: 0, to: 1 }] : [only(Number(when.urgent))],
    postcodesOf(when),
    lettersOf(when, place),
    ...lists.map(({ list, numbers }) => when[list]?.map((code) => only(numbers.get(code) ?? 0)) ?? all(numbers.size)),
  ]);
}

const only = (value: number): Span => ({ from: value, to: value });

/** Zero: what is not known, or what no rule names. */
const all = (last: number): readonly Span[] => [{ from: 0, to: last }];

const farAhead = 10_000_000;

function daysFrom(since: CalendarDate, { from, until }: Pick<OfficeRule, "from" | "until">): readonly Span[] {
  return filled({
    from: from === null ? 0 : Math.max(0, daysBetween(since, from)),
    to: until === null ? farAhead : daysBetween(since, until),
  });
}

/**
 * The ages at which somebody can be under a duty, by any law that the desk knows. Twelve full school years can be over
 * just before the sixteenth birthday; the regional point begins with a certificate of practical education.
 */
const laws: readonly Pick<RuleSet, "compulsory" | "qualification" | "over18">[] = Object.values(ruleSets);
const least = (read: (law: (typeof laws)[number]) => number) => Math.min(...laws.map(read));
const most = (read: (law: (typeof laws)[number]) => number) => Math.max(...laws.map(read));
const agesUnder = {
  compulsory: { from: least((law) => law.compulsory.fromAge), to: most((law) => law.compulsory.untilAge) },
  qualification: {
    from: least((law) => law.compulsory.untilAge) - 1,
    to: most((law) => law.qualification.untilAge) - 1,
  },
  over_18: { from: least((law) => law.compulsory.untilAge), to: most((law) => law.over18.untilAge) - 1 },
} as const satisfies Record<DutyRegime, Span>;

const duties = ["compulsory", "qualification", "over_18"] as const satisfies DutyRegime[];

/** Duty and age as one number: not every duty goes with every age. */
function studentsOf({ regimes, age = { from: 0, to: 99 } }: Conditions): readonly Span[] {
  return duties.flatMap((duty, at) => {
    if (regimes !== undefined && !regimes.includes(duty)) return [];
    const { from, to } = agesUnder[duty];
    const ages = filled({ from: Math.max(from, age.from), to: Math.min(to, age.to) });
    return ages.map((span) => ({ from: at * 100 + span.from, to: at * 100 + span.to }));
  });
}

function postcodesOf({ postcodes }: Conditions): readonly Span[] {
  return (
    postcodes?.map(({ from, to }) => ({ from: Number(from), to: Number(to) })) ?? [only(0), { from: 1000, to: 9999 }]
  );
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const perLetter = alphabet.length + 1;

/** Ranges of other letters than A to Z are compared with nothing. */
function lettersOf({ surname }: Conditions, place: number): readonly Span[] {
  if (surname === undefined) return all(perLetter * perLetter - 1);
  const [from, to] = [numberOf(surname.from, 0), numberOf(surname.to, alphabet.length)];
  return from === null || to === null ? [only(-1 - place)] : filled({ from, to });
}

/** As in a card index: K to K has all of K. */
function numberOf(letters: string, second: number): number | null {
  const numbers = [...surnameLetters(letters)].map((letter) => alphabet.indexOf(letter) + 1);
  const [first, next = second] = numbers;
  return first === undefined || numbers.includes(0) ? null : first * perLetter + next;
}
