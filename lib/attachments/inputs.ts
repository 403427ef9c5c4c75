import { z } from "zod";
import { requiredWords } from "@/lib/shared/words";

const reference = z.string().max(20);

export const holdInput = z.strictObject({ reference, reason: requiredWords(500) });
export const releaseInput = z.strictObject({ reference });
