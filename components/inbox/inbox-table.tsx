import { useLocale } from "next-intl";
import type { InboxLine, InboxView } from "@/lib/casework/inbox";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Now } from "@/lib/shared/clock";
import { inboxRow } from "./inbox-row";
import styles from "./inbox-table.module.css";

interface InboxTableProps {
  readonly caption: string;
  readonly view: InboxView;
  readonly rows: readonly InboxLine[];
  /** The report that is looked at beside the list; null when there is none. */
  readonly chosen: string | null;
  readonly now: Now;
}

/** One line for each report. The eye runs down the first column; the whole line leads to the report. */
export function InboxTable({ caption, view, rows, chosen, now }: InboxTableProps) {
  const t = useTranslations("inbox");
  const locale = useLocale();
  const isTeam = view !== "mine" && view !== "unassigned";
  const columns = [
    "student",
    "type",
    "school",
    "amount",
    ...(isTeam ? (["officer"] as const) : []),
    "standing",
  ] as const;
  return (
    <div className={styles["room"]}>
      <table className={styles["list"]}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {[view === "done" ? ("done" as const) : ("due" as const), ...columns].map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map((line) => inboxRow(line, { t, locale, now, isTeam, chosen }))}</tbody>
      </table>
    </div>
  );
}
