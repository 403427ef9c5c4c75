import { dueOf } from "@/lib/casework/due";
import type { InboxLine } from "@/lib/casework/inbox";
import { casePath } from "@/lib/casework/inbox-address";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Words } from "@/lib/i18n/words";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { Now } from "@/lib/shared/clock";
import { dueText } from "./due-text";
import styles from "./inbox-table.module.css";
import { standingOf } from "./standing";

/** Without red: the first column says already what is late. */
const tags = { neutral: "tag", late: "tag", busy: "busy", wait: "wait", done: "good" } as const;

/** What all lines of a list share. */
export interface RowFrame {
  readonly t: Words<"inbox">;
  readonly locale: Locale;
  readonly now: Now;
  /** Whether a line says with whom it is. */
  readonly isTeam: boolean;
  /** The report that is looked at beside the list; null when there is none. */
  readonly chosen: string | null;
}

// Plain functions, not components, and no element or property more than a line needs: each of them is made and sent
// fifty times, and twice over, for the browser gets the page as HTML and as data.

/** One report on one line; three short ones where the list is narrow. */
export function inboxRow(line: InboxLine, frame: RowFrame) {
  const { t, locale, now, isTeam, chosen } = frame;
  const { reference, type, locationName, officerName } = line;
  const due = dueOf(line, now);
  const { word, tone } = standingOf(line, now);
  const isChosen = reference === chosen ? ({ "aria-current": true } as const) : {};
  return (
    <tr key={reference} {...isChosen}>
      {cell(dueText(due, t, locale), styles[due.kind])}
      <th scope="row">{student(line, frame)}</th>
      <td>{absenceTypes[type].label[locale]}</td>
      <td>{locationName}</td>
      <td>{amountOf(line, frame)}</td>
      {isTeam ? cell(officerName ?? t("nobody"), officerName === null ? styles["nobody"] : undefined) : null}
      <td>
        <span className={styles[tags[tone]]}>{t(`standing.${word}`)}</span>
      </td>
    </tr>
  );
}

function cell(text: string, look: string | undefined) {
  return look === undefined ? <td>{text}</td> : <td className={look}>{text}</td>;
}

/** What nobody has touched is bold; the last column says so in words. A wanted call is a message too, and the name needs the room. */
function student(line: InboxLine, { t }: RowFrame) {
  const { reference, studentName, status, hasReaction, isUrgent, isProtected, hasSignal, hasUnread, isCallAwaited } =
    line;
  const isUntouched = status === "registered" && !hasReaction;
  const look = isUntouched ? { className: styles["untouched"] } : {};
  const link = (
    <a href={casePath(reference)} {...look}>
      {studentName}
    </a>
  );
  if (!(isUrgent || isProtected || hasSignal || hasUnread || isCallAwaited)) return link;
  return (
    <span className={styles["marked"]}>
      {link}
      {isUrgent ? <span className={styles["urgent"]}>{t("urgent")}</span> : null}
      {isCallAwaited ? <span className={styles["urgent"]}>{t("callAwaited")}</span> : null}
      {hasUnread && !isCallAwaited ? <span className={styles["unread"]}>{t("unread")}</span> : null}
      {hasSignal ? <span className={styles["protected"]}>{t("signal")}</span> : null}
      {isProtected ? <span className={styles["protected"]}>{t("protected")}</span> : null}
    </span>
  );
}

function amountOf({ hoursTotal, arrivalCount }: InboxLine, { t, locale }: RowFrame): string {
  if (arrivalCount > 0) return t("times", { count: arrivalCount });
  return hoursTotal === 0 ? t("noAmount") : `${formatNumber(hoursTotal, locale)} ${t("hoursUnit")}`;
}
