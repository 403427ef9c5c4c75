"use server";

import { addPresence, removePresence } from "@/lib/casework/commands/keep-presence.server";
import { presenceInput, presenceRemoval } from "@/lib/casework/presence";
import { formAction } from "@/lib/web/form-action.server";

export const addPresenceAction = formAction(presenceInput, addPresence, () => "/routering/spreekuren?klaar=bewaard");

export const removePresenceAction = formAction(
  presenceRemoval,
  removePresence,
  () => "/routering/spreekuren?klaar=weg",
);
