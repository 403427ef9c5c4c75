import type { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { StatusTag } from "@/components/ui/status-tag";
import { dueOf } from "@/lib/casework/due";
import type { InboxLine } from "@/lib/casework/inbox";
import { casePath } from "@/lib/casework/inbox-address";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { Now } from "@/lib/shared/clock";
import { dueLooks, dueText } from "./due-text";
import styles from "./inbox-table.module.css";
import { standingOf } from "./standing";

/** What all lines of a list share. */
export interface RowFrame {
  readonly t: ReturnType<typeof useTranslations<"inbox">>;
  readonly locale: Locale;
  readonly now: Now;
  /** Whether a line says with whom it is. */
  readonly isTeam: boolean;
  /** The report that is looked at beside the list; null when there is none. */
  readonly chosen: string | null;
}

// Plain functions, not components: fifty lines are most of what the page costs, and a component for each cell, with
// its own translations, made it three times as slow.

/** One report on one line; three short ones where the list is narrow. */
export function inboxRow(line: InboxLine, frame: RowFrame) {
  const { t, locale, now, isTeam, chosen } = frame;
  const { reference, type, locationName, officerName } = line;
  const due = dueOf(line, now);
  const { word, tone } = standingOf(line, now);
  const isChosen = reference === chosen;
  return (
    <tr
      key={reference}
      aria-current={isChosen || undefined}
      className={isChosen ? "bg-brand-wash inset-shadow-[3px_0_var(--brand)]" : undefined}
    >
      <td className={dueLooks[due.kind]}>{dueText(due, t, locale)}</td>
      {studentCell(line, frame)}
      <td>{absenceTypes[type].label[locale]}</td>
      <td>{locationName}</td>
      {amountCell(line, frame)}
      {isTeam ? (
        <td className={officerName === null ? "text-ink-faint" : undefined}>{officerName ?? t("nobody")}</td>
      ) : null}
      <td>
        {/* Without red: the first column says already what is late. */}
        <StatusTag tone={tone === "late" ? "neutral" : tone}>{t(`standing.${word}`)}</StatusTag>
      </td>
    </tr>
  );
}

function studentCell(
  { reference, studentName, status, hasReaction, isUrgent, isProtected }: InboxLine,
  { t }: RowFrame,
) {
  const isUntouched = status === "registered" && !hasReaction;
  return (
    <th scope="row">
      <span className={isUrgent || isProtected ? styles["marked"] : undefined}>
        <a href={casePath(reference)} className={isUntouched ? "font-bold" : undefined}>
          {studentName}
        </a>
        {isUntouched ? <span className="sr-only"> ({t("untouched")})</span> : null}
        {isUrgent ? <span className={classes(mark, "bg-attention-wash text-attention")}>{t("urgent")}</span> : null}
        {isProtected ? <span className={classes(mark, "bg-sunken text-ink")}>{t("protected")}</span> : null}
      </span>
    </th>
  );
}

const mark = "ml-2 rounded-sm px-1.5 text-xs font-semibold forced-colors:border";

function amountCell({ hoursTotal, arrivalCount }: InboxLine, { t, locale }: RowFrame) {
  if (arrivalCount > 0) return <td>{t("times", { count: arrivalCount })}</td>;
  if (hoursTotal === 0) return <td className="text-ink-faint">{t("noAmount")}</td>;
  return (
    <td>
      {formatNumber(hoursTotal, locale)}
      {/* On a narrow screen no column heading says what this number is. */}
      <span className={styles["unit"]}> {t("hoursUnit")}</span>
    </td>
  );
}
