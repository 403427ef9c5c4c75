/** Acts of other bodies: outside the office one hears only that there is such a body (settled 11). */
const elsewhereActs = ["halt", "official_report", "child_protection"] as const;
export type ElsewhereAct = (typeof elsewhereActs)[number];

/** What stands in the place of their code. */
export const hiddenAct = "elsewhere";

const hidden: ReadonlySet<string> = new Set([...elsewhereActs, hiddenAct]);

export function isElsewhere(code: string): boolean {
  return hidden.has(code);
}
