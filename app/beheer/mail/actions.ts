"use server";

import { chooseMailLevel } from "@/lib/notifications/commands/mail-level.server";
import { mailLevelInput } from "@/lib/notifications/inputs";
import { formAction } from "@/lib/web/form-action.server";

export const chooseMailLevelAction = formAction(mailLevelInput, chooseMailLevel, () => "/beheer/mail?klaar=ja");
