import { filingPapersOffer } from "@/components/attachments/upload-offer";
import type { FormOffer, LocationOption } from "@/components/reports/form/form-text";
import type { SchoolLocation } from "@/lib/directory/views";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { absenceType, absenceTypesOn } from "@/lib/reports/absence-types";
import { options, reasons, schoolActions } from "@/lib/reports/codes";
import type { TemplateChoice } from "@/lib/reports/template";
import type { CalendarDate } from "@/lib/shared/calendar-date";

/** All that the form says and offers, in one language. */
export function formOffer(
  locations: readonly SchoolLocation[],
  today: CalendarDate,
  locale: Locale,
  isScanned: boolean,
): FormOffer {
  const { reports, drafts, who, reportTemplates } = messages[locale];
  return {
    text: reports.form,
    who,
    drafts: { keeper: drafts.keeper, form: drafts.form },
    maySend: true,
    locations: locations.map(locationOption),
    types: absenceTypesOn(today).map((code) => {
      const { label, hint, asks } = absenceType(code);
      const asked = [asks.period === "period" && "period", asks.hours && "hours", asks.arrivals && "arrivals"];
      return { value: code, label: label[locale], hint: hint[locale], asks: asked.filter(Boolean).join(" ") };
    }),
    reasons: options(reasons, locale),
    schoolActions: options(schoolActions, locale),
    templates: { form: reportTemplates.form, choices: [] },
    today,
    locale,
    threshold: messages[locale].hours.threshold,
    ladder: messages[locale].hours.ladder,
    sheet: messages[locale].hours.sheet,
    papers: filingPapersOffer(locale, isScanned),
  };
}

/** Templates as the form offers them. */
export function templateChoices(templates: readonly TemplateChoice[], locations: readonly SchoolLocation[]) {
  return templates.flatMap(({ id, name, location }) => {
    const place = locations.find((known) => known.id === location?.id);
    if (location !== null && place === undefined) return [];
    return [{ value: id, label: name, location: place === undefined ? null : locationOption(place).value }];
  });
}

export function locationOption({ sector, locationCode, name, city, ...own }: SchoolLocation): LocationOption {
  const isClocked = sector === "PO" || sector === "SO";
  return {
    value: `${sector}:${locationCode}`,
    label: `${name}, ${city} (${locationCode})`,
    counts: isClocked ? "clock" : "lessons",
    lessonsPerDay: own.lessonsPerDay,
    lessonsByWeekday: own.lessonsByWeekday,
    lessonMinutes: own.lessonMinutes,
  };
}
