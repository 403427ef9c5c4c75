import { type ListView, listViews } from "@/lib/reports/list-filter";

const words = { open: "open", done: "afgehandeld", all: "alles" } as const satisfies Record<ListView, string>;

interface ListPlace {
  readonly view: ListView;
  readonly cursor: string | undefined;
}

/** Which part of the list an address means; anything unknown is what is open, from the beginning. */
export function readListAddress(query: Readonly<Record<string, string | string[] | undefined>>): ListPlace {
  const { toon, na } = query;
  return {
    view: listViews.find((view) => words[view] === toon) ?? "open",
    cursor: typeof na === "string" ? na : undefined,
  };
}

export function listAddress(view: ListView, cursor?: string): string {
  const query = new URLSearchParams();
  if (view !== "open") query.set("toon", words[view]);
  if (cursor !== undefined) query.set("na", cursor);
  return query.size === 0 ? "/meldingen" : `/meldingen?${query}`;
}
