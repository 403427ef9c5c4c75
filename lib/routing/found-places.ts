import type { RulePlace } from "./views";

/** What a search adds to a list to choose from: the ticked ones stay, whatever is searched for next. */
export function withFound(
  known: readonly RulePlace[],
  ticked: readonly string[],
  found: readonly RulePlace[],
): readonly RulePlace[] {
  const kept = known.filter(({ id }) => ticked.includes(id));
  return [...kept, ...found.filter(({ id }) => !kept.some((place) => place.id === id))];
}
