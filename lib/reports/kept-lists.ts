import { z } from "zod";
import { requiredLine } from "@/lib/shared/words";

/** So many one keeps before some are cleared away. */
export const mostKeptLists = 20;

/** A choice from the list to keep; what it means, the page of the list knows. */
export const keptListInput = z.strictObject({ name: requiredLine(80), query: z.string().min(1).max(400) });
export type KeptListInput = z.output<typeof keptListInput>;

export const keptListTarget = z.strictObject({ id: z.uuid() });

export interface KeptListView extends KeptListInput {
  readonly id: string;
}
