import { z } from "zod";
import { requiredLine } from "@/lib/shared/words";
import { readInboxAddress, writeInboxAddress } from "./inbox-address";

/** A list with its filters to keep: its name, who sees it, and what was chosen. */
export const inboxViewInput = z.strictObject({
  name: requiredLine(80),
  shared: z.literal("yes").optional(),
  /** What was chosen, as the address of the page has it; what is no list or filter is left out. */
  chosen: z.string().max(1_000).transform(onlyList),
});

export const inboxViewTarget = z.strictObject({ id: z.uuid() });

function onlyList(query: string): string {
  const { view, filter } = readInboxAddress(Object.fromEntries(new URLSearchParams(query)));
  return writeInboxAddress({ view, filter });
}
