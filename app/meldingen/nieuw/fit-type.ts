import type { ReportFormState } from "@/components/reports/form/form-state";
import { messages } from "@/lib/i18n/messages";
import { fittingType, readFit } from "@/lib/reports/fitting-type";
import { textIn } from "@/lib/reports/form-values";
import { hourPeriod, type Turn } from "./turn";

/** Chooses the type from the three answers; it stays a proposal that can be changed. */
export function fitType({ state, values, now, locale }: Turn): ReportFormState {
  const texts = {
    what: textIn(values, "fit.what"),
    long: textIn(values, "fit.long"),
    sixteen: textIn(values, "fit.sixteen"),
  };
  const stay = { ...state, step: "what", checked: null, period: hourPeriod(values, now.today) } as const;
  const answers = readFit(texts, state.student?.isAdult ?? false);
  if (answers === null) {
    return { ...stay, faults: [{ field: "fit.what", text: messages[locale].who.fit.missing }] };
  }
  const type = fittingType(answers);
  return { ...stay, values: { ...values, type, "fit.found": type } };
}
