import { z } from "zod";
import { requiredLine } from "@/lib/shared/words";
import { charts, fieldsOf, readSelection } from "./address";
import { rhythmCodes } from "./rhythms";
import { selection } from "./selection";

/** A view to keep: its name, who sees it, and what was chosen. */
const viewInput = z.strictObject({
  name: requiredLine(80),
  isShared: z.boolean(),
  chart: z.enum(charts),
  selection,
});

export type ViewInput = z.infer<typeof viewInput>;

const fields = z.strictObject({
  name: z.string().default(""),
  shared: z.literal("yes").optional(),
  chart: z.string(),
  /** What was chosen, as the address of the page has it. */
  chosen: z.string().max(1_000),
});

export const viewForm = z.preprocess(fromForm, viewInput);

function fromForm(given: unknown): unknown {
  const read = fields.safeParse(given);
  if (!read.success) return given;
  const { name, shared, chart, chosen } = read.data;
  const { data } = readSelection(fieldsOf(new URLSearchParams(chosen)));
  return { name, isShared: shared === "yes", chart, selection: data };
}

/** Whether and how often somebody hears of a view. */
export const subscribeInput = z.strictObject({ id: z.uuid(), rhythm: z.enum(["off", ...rhythmCodes]) });
export type SubscribeInput = z.output<typeof subscribeInput>;

export const viewTarget = z.strictObject({ id: z.uuid() });
