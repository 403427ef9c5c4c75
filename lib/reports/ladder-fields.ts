/** The steps that were kept. Null: none, what most places do holds. */
export type LadderSteps = readonly { readonly times: number; readonly action: string }[] | null;

/** Kept steps as the fields of their form. */
export function ladderFields(steps: LadderSteps): Readonly<Record<string, string>> {
  const fields = (steps ?? []).flatMap(({ times, action }, index) => [
    [`steps.${index}.times`, String(times)],
    [`steps.${index}.action`, action],
  ]);
  return Object.fromEntries(fields);
}
