const joints = new Set(["-", "–", "voor", "van", "de", "het", "locatie", "loc.", "vestiging", "en", "te", "/"]);

/**
 * What an institution is called, from the names of its locations: the words that all of them begin with. When these
 * say too little, the name of the first location.
 */
export function schoolName(locationNames: readonly string[]): string {
  const [first = "", ...others] = locationNames;
  const shared = others.reduce<readonly string[]>(
    (words, name) => sharedStart(words, name.split(" ")),
    first.split(" "),
  );
  const kept = withoutJoints(shared).join(" ");
  return kept.length >= 8 ? kept : first;
}

interface Institution {
  readonly brin: string;
  readonly name: string;
}

/** The institutions that these locations belong to, by name. */
export function institutionsOf(locations: readonly Institution[]): readonly Institution[] {
  const groups = Map.groupBy(locations, ({ brin }) => brin);
  return [...groups]
    .map(([brin, own]) => ({ brin, name: schoolName(own.map(({ name }) => name)) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "nl"));
}

function sharedStart(words: readonly string[], others: readonly string[]): readonly string[] {
  const differs = words.findIndex((word, index) => word !== others[index]);
  return differs === -1 ? words : words.slice(0, differs);
}

function withoutJoints(words: readonly string[]): readonly string[] {
  const last = words.findLastIndex((word) => !joints.has(word.toLowerCase()));
  return words.slice(0, last + 1).map((word, index) => (index === last ? word.replace(/[,:;-]+$/, "") : word));
}
