import { z } from "zod";
import { closeNoteCodes, closeReasonCodes } from "@/lib/reports/codes";
import { changedOfMany } from "@/lib/reports/report-state";
import { optionalWords, requiredWords } from "@/lib/shared/words";

/** What can be done with many reports at once. */
export const bulkKinds = ["take", "assign", "note", "close"] as const;
export type BulkKind = (typeof bulkKinds)[number];

/** So many at most; whoever wants more does it again. */
export const bulkMost = 500;

/** A whole list, as the address of the inbox has it. */
export const chosenList = z.string().max(1_000);

const target = {
  /** Of the whole act: it may come in parts. */
  act: z.uuid(),
  references: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => (typeof given === "string" ? [given] : given))
    .pipe(z.array(z.string().max(20)).max(bulkMost, { error: "too-many-chosen" })),
  /** Instead of those that are named. */
  list: chosenList.optional(),
  /** The list that one comes back to, as the address of the inbox has it. */
  back: z.string().max(1_000).default(""),
  /** When the screen was made. */
  seenAt: z.iso.datetime().transform((text) => new Date(text)),
};

export const bulkInput = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ ...target, kind: z.literal("take") }),
    z.strictObject({
      ...target,
      kind: z.literal("assign"),
      /** Absent: back to the shared inbox. */
      officerId: z.uuid({ error: "officer-unknown" }).optional(),
    }),
    z.strictObject({ ...target, kind: z.literal("note"), note: requiredWords(5_000) }),
    z.strictObject({
      ...target,
      kind: z.literal("close"),
      closeReason: z.enum(closeReasonCodes, { error: "close-reason-missing" }),
      closeNote: z.enum(closeNoteCodes, { error: "close-note-missing" }),
      words: optionalWords(1_000),
    }),
  ],
  { error: "act-missing" },
);
export type BulkInput = z.infer<typeof bulkInput>;
export type BulkChange = Exclude<BulkInput, { kind: "note" }>;

/** One form holds the fields of all that can be done; what belongs to the others is left out. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  take: [],
  assign: ["officerId"],
  note: ["note"],
  close: ["closeReason", "closeNote", "words"],
} satisfies Record<BulkKind, readonly string[]>;
const always = ["act", "references", "list", "back", "seenAt", "kind"];

export const bulkForm = z.preprocess((given) => {
  const read = z.looseObject({ kind: z.string() }).safeParse(given);
  if (!read.success) return given;
  const wanted = new Set([...always, ...(fieldsOf[read.data.kind] ?? [])]);
  return Object.fromEntries(Object.entries(read.data).filter(([name]) => wanted.has(name)));
}, bulkInput);

export const undoInput = z.strictObject({ act: z.uuid(), back: z.string().max(1_000).default("") });

/** So long an act can be undone. */
export const undoMinutes = 15;

const refusedOne = z.object({ reference: z.string(), code: z.string() });
export type RefusedOne = z.infer<typeof refusedOne>;

/** A note that was written at a report. */
const writtenOne = z.object({ reference: z.string(), note: z.uuid() });
export type WrittenOne = z.infer<typeof writtenOne>;

export const changedList = z.array(changedOfMany);
export const writtenList = z.array(writtenOne);
export const refusedList = z.array(refusedOne);

/** What became of an act, for whoever did it. */
export interface BulkResult {
  readonly id: string;
  readonly kind: BulkKind;
  readonly doneCount: number;
  readonly refused: readonly RefusedOne[];
  readonly isUndone: boolean;
  readonly mayUndo: boolean;
}
