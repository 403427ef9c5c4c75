import { z } from "zod";

/** Why a paper is not there any more. What else is erased, somebody threw away by hand. */
export const paperReasons = ["retention", "handed-over", "sender", "refused"] as const;

const line = z.strictObject({ id: z.uuid(), at: z.iso.datetime(), object: z.uuid() });
const otherKinds = ["draft-paper", "draft", "import", "note"] as const;

/** One line of the journal: what was erased and when, by its id; nothing of what it said or whose it was. */
export const erasureLine = z.discriminatedUnion("kind", [
  line.extend({ kind: z.literal("paper"), reason: z.enum(paperReasons) }),
  line.extend({ kind: z.enum(otherKinds) }),
]);
export type Erasure = z.output<typeof erasureLine>;
export type ErasureKind = Erasure["kind"];
/** What is said of it where it happens. */
export type Erased =
  | Pick<ErasedPaper, "kind" | "object" | "reason">
  | { readonly kind: Exclude<ErasureKind, "paper">; readonly object: string };
export type ErasedPaper = Extract<Erasure, { readonly kind: "paper" }>;

/** The first line of a journal that is a file. */
export const journalHeader = z.strictObject({
  format: z.literal("verzuimloket-erasures"),
  version: z.literal(1),
  /** Of which desk it is, without saying its key. */
  lookupKeyCheck: z.string(),
});

/** What is wrong with a line, in a word. */
export function faultOf(text: string): "not-whole" | "unknown-kind" | "wrong-shape" {
  const value = parsed(text);
  if (value === undefined) return "not-whole";
  const kind = z.looseObject({ kind: z.string() }).safeParse(value);
  const isKnown = !kind.success || kind.data.kind === "paper" || otherKinds.some((one) => one === kind.data.kind);
  return isKnown ? "wrong-shape" : "unknown-kind";
}

/** Undefined: this is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}
