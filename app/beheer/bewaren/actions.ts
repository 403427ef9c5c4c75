"use server";

import { releaseRun } from "@/lib/attachments/commands/release-run.server";
import { releaseRunInput } from "@/lib/attachments/inputs";
import { formAction } from "@/lib/web/form-action.server";

export const releaseRunAction = formAction(releaseRunInput, releaseRun, () => "/beheer/bewaren?klaar=ja");
