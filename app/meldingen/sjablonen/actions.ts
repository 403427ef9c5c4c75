"use server";

import { dropReportTemplate, keepReportTemplate } from "@/lib/reports/commands/keep-template.server";
import { templateInput, templateTarget } from "@/lib/reports/template";
import { formAction } from "@/lib/web/form-action.server";

const path = "/meldingen/sjablonen";

export const keepTemplateAction = formAction(templateInput, keepReportTemplate, () => `${path}?klaar=bewaard`);

export const dropTemplateAction = formAction(templateTarget, dropReportTemplate, () => `${path}?klaar=weg`);
