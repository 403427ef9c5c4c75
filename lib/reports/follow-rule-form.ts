import { z } from "zod";
import { followRuleInput } from "@/lib/notifications/inputs";
import { absenceTypeCodes } from "./absence-types";

/** Who hears of reports as it comes from a form: only of a type that there is. */
export const followRuleForm = followRuleInput.extend({
  type: z.enum(absenceTypeCodes, { error: "type-unknown" }).optional(),
});
