import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { CalendarDate } from "@/lib/shared/calendar-date";

interface ToConfirmCardProps {
  readonly reports: readonly {
    readonly reference: string;
    readonly studentName: string;
    readonly firstDay: CalendarDate;
    readonly caller: string;
  }[];
  readonly t: Translate;
  readonly locale: Locale;
}

/** What an office wrote down for this school and nobody has confirmed yet; nothing when there is none. */
export function ToConfirmCard({ reports, t, locale }: ToConfirmCardProps) {
  if (reports.length === 0) return null;
  return (
    <Card title={{ id: "te-bevestigen", text: t("reports.confirm.listTitle") }} edge="attention">
      <p className="text-ink-soft">{t("reports.confirm.listLead")}</p>
      <ul className="grid gap-1.5">
        {reports.map(({ reference, studentName, firstDay, caller }) => (
          <li key={reference}>
            <TextLink href={`/meldingen/${reference}`}>
              {t("reports.confirm.listItem", { name: studentName, day: formatDay(firstDay, locale) })}
            </TextLink>{" "}
            <span className="text-sm text-ink-soft">{t("reports.confirm.passedOnBy", { caller })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
