"use server";

import { bulkForm, undoInput } from "@/lib/casework/bulk";
import { doneManyPath } from "@/lib/casework/inbox-address";
import { listChosen } from "@/lib/casework/queries/bulk-result.server";
import { doMany, undoMany } from "@/lib/conversation/commands/do-many.server";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { buttonAction } from "@/lib/web/button-action.server";
import { formAction, formStep } from "@/lib/web/form-action.server";
import type { FormState } from "@/lib/web/form-state";

/** All of it in one go, for who has no script. */
export const bulkAction = formAction(bulkForm, doMany, doneManyPath);

const step = formStep(bulkForm, doMany);

/** A part of it; the script sends part after part and shows how far it is. */
export async function bulkStepAction(form: FormData): Promise<FormState | null> {
  return step(form);
}

/** The references of a whole list, to be done in parts. Whoever was signed out hears so at the part that follows. */
export async function listChosenAction(list: unknown): Promise<readonly string[]> {
  const viewer = await findViewer();
  return viewer === null ? [] : listChosen(viewer, now(), list);
}

const undo = buttonAction(undoInput, undoMany, { done: doneManyPath, refused: "/werkvoorraad" });

export async function undoAction(form: FormData): Promise<void> {
  await undo(form);
}
