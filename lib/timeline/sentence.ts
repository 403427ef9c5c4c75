/** One thing that happened, or that comes next, in plain words for one reader. */
export interface Sentence {
  readonly text: string;
  /** Names in the text that may stand out. */
  readonly names: readonly string[];
  readonly tone: Tone;
  /** Null: nothing to explain. */
  readonly detail: string | null;
  /** Words of a person, as they were typed; null when there are none. */
  readonly said: string | null;
}

type Tone = "done" | "new" | "next";

export interface TextPart {
  readonly text: string;
  readonly isName: boolean;
}

/** The text in parts, so that a page can set the names apart. */
export function partsOf({ text, names }: Pick<Sentence, "text" | "names">): readonly TextPart[] {
  const spots = names
    .filter((name) => name !== "")
    .map((name) => ({ name, at: text.indexOf(name) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  const parts: TextPart[] = [];
  let reached = 0;
  for (const { name, at } of spots) {
    if (at < reached) continue;
    parts.push({ text: text.slice(reached, at), isName: false }, { text: name, isName: true });
    reached = at + name.length;
  }
  return [...parts, { text: text.slice(reached), isName: false }].filter((part) => part.text !== "");
}
