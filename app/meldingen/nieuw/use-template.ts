import type { ReportFormState } from "@/components/reports/form/form-state";
import { messages } from "@/lib/i18n/messages";
import { textIn } from "@/lib/reports/form-values";
import { findReportTemplate } from "@/lib/reports/queries/report-templates.server";
import { withTemplate } from "@/lib/reports/template";
import { orNull } from "@/lib/web/or-not-found.server";
import { hourPeriod, type Turn } from "./turn";

/** Fills in what a template of the school says; all of it can be changed after that. */
export async function fillTemplate({ viewer, state, values, now, locale }: Turn): Promise<ReportFormState> {
  const text = messages[locale].reportTemplates.form;
  const stay = { ...state, step: "what", checked: null, period: hourPeriod(values, now.today) } as const;
  const refuse = (sentence: string) => ({
    ...stay,
    faults: [{ field: "template", label: text.label, text: sentence }],
  });
  const chosen = textIn(values, "template");
  if (chosen === "") return refuse(text.missing);
  const template = await orNull(() => findReportTemplate(viewer, chosen));
  return template === null ? refuse(text.gone) : { ...stay, values: withTemplate(values, template.words) };
}
