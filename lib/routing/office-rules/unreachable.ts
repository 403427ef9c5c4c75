import type { CalendarDate } from "@/lib/shared/calendar-date";
import { type Box, isEmpty, leftOf } from "./boxes";
import { boxesOf } from "./rule-box";
import type { OfficeRule } from "./rule-set";

/** Why no report reaches a rule. */
export type Unreached =
  /** Its last day is over. */
  | { readonly why: "over" }
  /** Nobody of this age is under this duty. */
  | { readonly why: "nobody" }
  /** Others above it take all of it; `unlessAway`: where nobody whom they name can, it does get something. */
  | { readonly why: "hidden"; readonly by: readonly OfficeRule[]; readonly unlessAway: boolean };

interface Standing {
  /** From which day on. */
  readonly since: CalendarDate;
  /** Who works at the office: a rule that names only others takes nothing. */
  readonly officerIds: ReadonlySet<string>;
}

interface Taker {
  readonly rule: OfficeRule;
  readonly box: Box;
}

/** By id of the rule. What cannot be counted through (a name, a level, an address that is not known) can be reached. */
export function unreachedRules(
  rules: readonly OfficeRule[],
  { since, officerIds }: Standing,
): ReadonlyMap<string, Unreached> {
  const boxes = boxesOf(rules, since);
  const found = new Map<string, Unreached>();
  const above: Taker[] = [];
  for (const [place, rule] of rules.entries()) {
    const box = boxes[place] ?? [];
    const unreached = unreachedBy(box, rule.until !== null && rule.until < since, above);
    if (unreached !== null) found.set(rule.id, unreached);
    else if (canTake(rule, officerIds)) above.push({ rule, box });
  }
  return found;
}

function canTake({ goesTo }: OfficeRule, officerIds: ReadonlySet<string>): boolean {
  return goesTo.kind === "shared-inbox" || goesTo.officerIds.some((id) => officerIds.has(id));
}

function unreachedBy(box: Box, isOver: boolean, above: readonly Taker[]): Unreached | null {
  if (isOver) return { why: "over" };
  if (isEmpty(box)) return { why: "nobody" };
  const by = hiding(box, above)?.map(({ rule }) => rule);
  if (by === undefined) return null;
  return { why: "hidden", by, unlessAway: by.some(({ goesTo }) => goesTo.kind === "officers") };
}

/** One that takes all if there is one, else as few as it needs. Null: something is left for the rule itself. */
function hiding(box: Box, above: readonly Taker[]): readonly Taker[] | null {
  const takeAll = (takers: readonly Taker[]) =>
    leftOf(
      box,
      takers.map((taker) => taker.box),
    )?.length === 0;
  const alone = above.find((taker) => takeAll([taker]));
  if (alone !== undefined) return [alone];
  if (!takeAll(above)) return null;
  return above.reduce((needed, taker) => {
    const fewer = needed.filter((other) => other !== taker);
    return takeAll(fewer) ? fewer : needed;
  }, above);
}
