import { z } from "zod";
import { invitationInput, mandateInput } from "./people-input";

/** A form sends boxes that were ticked as one text or a list, and says nothing of the others. */
function fromForm(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null) return fields;
  const { locations, protectedCases, ...rest } = { locations: undefined, protectedCases: undefined, ...fields };
  return {
    ...rest,
    ...(locations === undefined ? {} : { locations: [locations].flat() }),
    ...(protectedCases === undefined ? {} : { protectedCases: protectedCases === "yes" }),
  };
}

export const invitationForm = z.preprocess(fromForm, invitationInput);
export const mandateForm = z.preprocess(fromForm, mandateInput);
