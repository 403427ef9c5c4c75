/** What was just done about who follows a report, as the address of the page that follows says it. */
export const followWords = ["erbij", "eraf"] as const;
export type FollowWord = (typeof followWords)[number];

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Null: nothing was done about it just now. */
export function readFollowWord(params: SearchParams): FollowWord | null {
  return followWords.find((word) => word === params["volgen"]) ?? null;
}

/** The report again, at the card that says who follows it. */
export function followPath(word: FollowWord) {
  return ({ path }: { readonly path: string }) => `${path}?${new URLSearchParams({ volgen: word })}#volgen`;
}
