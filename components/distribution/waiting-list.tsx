import { useLocale } from "next-intl";
import { dueText } from "@/components/inbox/due-text";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import type { WaitingReport } from "@/lib/casework/distribution";
import { type Due, dueOf } from "@/lib/casework/due";
import { casePath } from "@/lib/casework/inbox-address";
import { formatShortDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { absenceTypes } from "@/lib/reports/absence-types";
import { dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { Tick } from "./distribution-form";

interface WaitingListProps {
  readonly waiting: readonly WaitingReport[];
  readonly now: Now;
}

/** Each report is a box to tick, and can be dragged as a whole. */
export function WaitingList({ waiting, now }: WaitingListProps) {
  const t = useTranslations("distribution");
  return (
    <ul aria-label={t("list")} className="grid gap-2">
      {waiting.map((report, at) => (
        <li
          key={report.reference}
          draggable="true"
          data-report=""
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 rounded-lg border border-line bg-paper has-checked:border-brand has-checked:bg-brand-wash"
        >
          <Choice report={report} id={at === 0 ? "reports" : `reports-${at}`} now={now} />
          <TextLink href={casePath(report.reference)} className="px-3.5 py-3 text-sm">
            <span aria-hidden="true">{t("open")}</span>
            <span className="sr-only">{t("openName", { reference: report.reference })}</span>
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

function Choice({ report, id, now }: { readonly report: WaitingReport; readonly id: string; readonly now: Now }) {
  const [t, inbox, locale] = [useTranslations("distribution"), useTranslations("inbox"), useLocale()];
  const due = dueOf(report, now);
  return (
    <label
      htmlFor={id}
      className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-start gap-x-2.5 rounded-lg px-3.5 py-3 has-focus-visible:outline-3 has-focus-visible:outline-focus"
    >
      <Tick kind="checkbox" id={id} name="reports" value={report.reference} />
      <span className="grid min-w-0 gap-0.5">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold wrap-anywhere">{report.studentName}</span>
          {report.isUrgent ? <StatusTag tone="wait">{inbox("urgent")}</StatusTag> : null}
          {report.isProtected ? <StatusTag>{inbox("protected")}</StatusTag> : null}
        </span>
        <span className="text-sm">
          {[absenceTypes[report.type].label[locale], report.locationName, report.group].filter(Boolean).join(" · ")}
        </span>
        <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
          <span>{t("filed", { day: formatShortDay(dayOf(report.filedAt), locale) })}</span>
          <span className={due.kind === "late" ? "font-semibold text-danger" : undefined}>
            {isAhead(due) ? t("due", { when: dueText(due, inbox, locale) }) : dueText(due, inbox, locale)}
          </span>
        </span>
      </span>
    </label>
  );
}

function isAhead({ kind }: Due): boolean {
  return kind === "day" || kind === "today" || kind === "tomorrow";
}
