import { getLocale } from "next-intl/server";
import { ActButton } from "@/components/account/act-button";
import { FreeDayForm } from "@/components/terms/free-day-form";
import { TermForm } from "@/components/terms/term-form";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { formatWeekday } from "@/lib/i18n/format";
import { absenceTypeCodes, absenceTypes } from "@/lib/reports/absence-types";
import type { OfficeTermsView } from "@/lib/reports/terms";
import { addDays, type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";
import { freeDays as nationalFreeDays } from "@/lib/shared/free-days";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { addFreeDayAction, keepTermAction, removeFreeDayAction } from "./actions";

export async function TermCard({ municipalities }: Pick<OfficeTermsView, "municipalities">) {
  const [t, problems, locale] = await Promise.all([getTranslations("clock.terms.form"), problemWords(), getLocale()]);
  const words = {
    problems,
    municipality: t("municipality"),
    allMunicipalities: t("allMunicipalities"),
    type: t("type"),
    allTypes: t("allTypes"),
    from: { label: t("from"), hint: t("fromHint") },
    days: {
      firstReactionDays: { label: t("first"), hint: t("firstHint") },
      nextReactionDays: { label: t("next"), hint: t("nextHint") },
      closingDays: { label: t("closing"), hint: t("closingHint") },
    },
    optional: t("optional"),
    submit: t("submit"),
  };
  return (
    <Card title={{ id: "termijn", text: t("title") }}>
      <p className="text-ink-soft">{t("lead")}</p>
      <TermForm
        action={keepTermAction}
        start={{}}
        municipalities={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        types={absenceTypeCodes.map((code) => ({ value: code, label: absenceTypes[code].label[locale] }))}
        words={words}
      />
    </Card>
  );
}

interface FreeDaysCardProps extends Pick<OfficeTermsView, "freeDays"> {
  readonly today: CalendarDate;
}

export async function FreeDaysCard({ freeDays, today }: FreeDaysCardProps) {
  const [t, problems, locale] = await Promise.all([getTranslations("clock.terms.free"), problemWords(), getLocale()]);
  const written = (day: CalendarDate) => formatWeekday(day, today, locale);
  const words = {
    problems,
    day: t("day"),
    dayHint: t("dayHint"),
    name: t("name"),
    nameHint: t("nameHint"),
    submit: t("submit"),
  };
  return (
    <Card title={{ id: "vrije-dagen", text: t("title") }}>
      <p className="text-ink-soft">
        {t("lead")} {t("keeps")}
      </p>
      {freeDays.length === 0 ? <p>{t("empty")}</p> : null}
      <ul className="grid gap-3">
        {freeDays.map(({ id, day, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-3">
            <span>
              <strong>{written(day)}</strong>, {name}
            </span>
            <ActButton
              action={removeFreeDayAction}
              fields={{ id }}
              look="plain"
              label={t("remove", { day: written(day) })}
              problems={problems}
            />
          </li>
        ))}
      </ul>
      <FreeDayForm action={addFreeDayAction} words={words} />
      <Details summary={t("nationalTitle")}>
        <ul className="grid gap-1">
          {comingNational(today).map((day) => (
            <li key={day}>{written(day)}</li>
          ))}
        </ul>
      </Details>
    </Card>
  );
}

/** The national free days of the year to come. */
function comingNational(today: CalendarDate): readonly CalendarDate[] {
  return [...nationalFreeDays]
    .map((day) => calendarDate.parse(day))
    .filter((day) => day > today && day <= addDays(today, 365))
    .sort();
}
