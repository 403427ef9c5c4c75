"use server";

import { markNoticesRead, markReadInput } from "@/lib/notifications/commands.server";
import { buttonAction } from "@/lib/web/button-action.server";

export const markNoticesReadAction = buttonAction(markReadInput, markNoticesRead, {
  done: () => "/berichten",
  refused: "/berichten",
});
