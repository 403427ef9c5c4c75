import { z } from "zod";
import { requiredWords } from "@/lib/shared/words";
import { templateKindCodes } from "./template-kinds";

export const templateInput = z.strictObject({
  /** Absent: a new one. */
  id: z.uuid().optional(),
  kind: z.enum(templateKindCodes, { error: "choice-unknown" }),
  name: requiredWords(60),
  text: requiredWords(4_000),
});

export const templateRetirement = z.strictObject({ id: z.uuid() });
