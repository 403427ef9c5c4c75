import { z } from "zod";
import { invitationInput, mandateInput } from "./people-input";

/** A form sends boxes that were ticked as one text or a list; of a form, no tick is an answer too. */
function fromForm(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null) return fields;
  const { locations, protectedCases, ...rest } = { locations: undefined, protectedCases: undefined, ...fields };
  return {
    ...rest,
    locations: locations === undefined ? [] : [locations].flat(),
    protectedCases: protectedCases === "yes",
  };
}

export const invitationForm = z.preprocess(fromForm, invitationInput);
export const mandateForm = z.preprocess(fromForm, mandateInput);
