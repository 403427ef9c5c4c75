"use server";

import { handOverPapers } from "@/lib/attachments/commands/hand-over-papers.server";
import { holdPapers, releasePapers } from "@/lib/attachments/commands/hold-papers.server";
import { handOverInput, holdInput, releaseInput } from "@/lib/attachments/inputs";
import { papersPath } from "@/lib/attachments/outcome";
import { formAction } from "@/lib/web/form-action.server";

export const holdPapersAction = formAction(holdInput, holdPapers, papersPath("bewaren"));

export const releasePapersAction = formAction(releaseInput, releasePapers, papersPath("vrij"));

export const handOverPapersAction = formAction(handOverInput, handOverPapers, papersPath("overgenomen"));
