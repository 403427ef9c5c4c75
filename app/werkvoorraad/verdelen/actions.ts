"use server";

import { distributeReports, undoDistribution } from "@/lib/casework/commands/distribute.server";
import { distributeInput, undoInput } from "@/lib/casework/distribution";
import { formAction } from "@/lib/web/form-action.server";

const desk = "/werkvoorraad/verdelen";

export const distributeAction = formAction(
  distributeInput,
  distributeReports,
  ({ act, takenCount, staysCount }) => `${desk}?gegeven=${act}&voor=${takenCount}&blijven=${staysCount}`,
);

export const undoAction = formAction(undoInput, undoDistribution, ({ count }) => `${desk}?terug=${count}`);
