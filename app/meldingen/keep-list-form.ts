import { z } from "zod";
import { keptListInput } from "@/lib/reports/kept-lists";
import { listQuery, readListAddress } from "./list-address";

const fields = z.strictObject({ name: z.string().default(""), chosen: z.string().max(1_000) });

/** What the page gives: of the address, only what means something is kept. */
export const keepListForm = z.preprocess((given: unknown) => {
  const read = fields.safeParse(given);
  if (!read.success) return given;
  const { name, chosen } = read.data;
  const { cursor: _cursor, ...wish } = readListAddress(Object.fromEntries(new URLSearchParams(chosen)));
  return { name, query: listQuery(wish).toString() };
}, keptListInput);
