import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatWeekday } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";
import { officerReasons } from "@/lib/routing/route";
import { dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { isHiddenPlace, reasonsOf } from "./destination";

interface Telling {
  readonly t: Translate;
  readonly locale: Locale;
  readonly now: Now;
}

/** After sending: where it went and why, what happens next, and by when. */
export function SentNotice({ report, t, locale, now }: Telling & { readonly report: ReportView }) {
  const day = formatWeekday(dayOf(report.dueAt), now.today, locale);
  return (
    <Notice tone="success" title={t("reports.page.sentTitle")} takesFocus={true}>
      <p>{whereItWent(report, t, locale)}</p>
      {report.outcome === "unroutable" ? null : <p>{t("reports.page.sentDue", { day })}</p>}
      <div className="mt-1.5">
        <ButtonLink href="/meldingen/nieuw" size="small">
          {t("reports.page.sentNext")}
        </ButtonLink>
      </div>
    </Notice>
  );
}

function whereItWent(report: ReportView, t: Translate, locale: Locale): string {
  if (isHiddenPlace(report)) return t("reports.page.sentProtected");
  // Why this person is for the timeline, which names him.
  const reasons = reasonsOf(
    report.because.filter((code) => !officerReasons.has(code)),
    locale,
  );
  return report.office === null
    ? t("reports.page.sentUnroutable", { reasons })
    : t("reports.page.sentOffice", { office: report.office.name, reasons });
}

export function ChangedNotice({
  done,
  t,
}: {
  readonly done: "changed" | "confirmed" | "withdrawn";
  readonly t: Translate;
}) {
  return (
    <Notice tone="success" title={t(`reports.page.${done}Title`)} takesFocus={true}>
      <p>{t(`reports.page.${done}Text`)}</p>
    </Notice>
  );
}
