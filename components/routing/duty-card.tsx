import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import type { DutyView } from "@/lib/directory/area-views";
import { regimes } from "@/lib/directory/regime";
import { formatDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { CalendarDate } from "@/lib/shared/calendar-date";

interface DutyCardProps {
  readonly duty: DutyView;
  readonly today: CalendarDate;
}

/** Who has one duty of a municipality, the latest first, and the days that are nobody's or several offices'. */
export function DutyCard({ duty: { regime, held, faults }, today }: DutyCardProps) {
  const t = useTranslations("routing.areas");
  const locale = useLocale();
  const days = (from: CalendarDate, until: CalendarDate | null) =>
    until === null
      ? t("since", { from: formatDay(from, locale) })
      : t("between", { from: formatDay(from, locale), until: formatDay(until, locale) });
  const isNow = (from: CalendarDate, until: CalendarDate | null) => from <= today && (until === null || today <= until);
  return (
    <Card title={{ id: `plicht-${regime}`, text: regimes[regime].label[locale] }}>
      {faults.map(({ kind, from, until }) => (
        <p key={from} className="font-semibold text-danger">
          {t(`faults.${kind}`)} {days(from, until)}
        </p>
      ))}
      {held.length === 0 ? <p className="text-ink-soft">{t("nobody")}</p> : null}
      <ul className="grid gap-1">
        {held.map(({ id, officeName, from, until }) => (
          <li key={id} className={isNow(from, until) ? "font-semibold" : "text-ink-soft"}>
            {officeName}, {days(from, until)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
