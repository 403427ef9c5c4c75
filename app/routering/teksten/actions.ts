"use server";

import { keepTemplate, retireTemplate } from "@/lib/casework/commands/keep-templates.server";
import { templateInput, templateRetirement } from "@/lib/casework/template-input";
import { formAction } from "@/lib/web/form-action.server";

export const keepTemplateAction = formAction(templateInput, keepTemplate, () => "/routering/teksten?klaar=bewaard");

export const retireTemplateAction = formAction(
  templateRetirement,
  retireTemplate,
  () => "/routering/teksten?klaar=weg",
);
