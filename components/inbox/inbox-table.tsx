import { useLocale, useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { StatusTag } from "@/components/ui/status-tag";
import type { InboxLine, InboxView } from "@/lib/casework/inbox";
import { casePath } from "@/lib/casework/inbox-address";
import { formatNumber } from "@/lib/i18n/format";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { Now } from "@/lib/shared/clock";
import { DueText } from "./due-text";
import { standingOf } from "./standing";

interface InboxTableProps {
  readonly caption: string;
  readonly view: InboxView;
  readonly rows: readonly InboxLine[];
  /** The report that is looked at beside the list; null when there is none. */
  readonly chosen: string | null;
  readonly now: Now;
}

// What all cells share stands here once, so that a row stays a few words of HTML. On a narrow screen, and beside
// a chosen report, the room of the list decides what a row shows, not the size of the window.
const tableLook =
  "w-full border-collapse text-left text-[0.96875rem] leading-snug " +
  "[&_td]:px-2.5 [&_td]:py-1.5 [&_th]:px-2.5 [&_th]:py-1.5 [&_tr>:first-child]:pl-4 [&_tr>:last-child]:pr-4 " +
  "[&_thead_th]:border-b [&_thead_th]:border-line-strong [&_thead_th]:text-sm [&_thead_th]:font-semibold [&_thead_th]:text-ink-faint " +
  "[&_td]:truncate [&_tbody_th]:truncate [&_td]:max-w-0 [&_tbody_th]:max-w-0 [&_tbody_th]:font-normal " +
  "[&_tbody_tr]:relative [&_tbody_tr]:border-b [&_tbody_tr]:border-line [&_tbody_tr:last-child]:border-b-0 [&_tbody_tr:hover]:bg-wash " +
  "[&_a]:text-ink [&_a]:no-underline [&_a]:after:absolute [&_a]:after:inset-0 [&_a:hover]:text-brand [&_a:hover]:underline " +
  "[&_a:focus-visible]:outline-none [&_a:focus-visible]:after:rounded-md [&_a:focus-visible]:after:outline-3 [&_a:focus-visible]:after:-outline-offset-3 [&_a:focus-visible]:after:outline-focus";

const cardLook =
  "@max-[38rem]:block @max-[38rem]:[&_thead]:sr-only @max-[38rem]:[&_tbody]:block " +
  "@max-[38rem]:[&_tbody_tr]:grid @max-[38rem]:[&_tbody_tr]:grid-cols-[minmax(0,1fr)_auto] @max-[38rem]:[&_tbody_tr]:gap-x-3 @max-[38rem]:[&_tbody_tr]:gap-y-0.5 @max-[38rem]:[&_tbody_tr]:px-4 @max-[38rem]:[&_tbody_tr]:py-2.5 " +
  "@max-[38rem]:[&_tbody_tr>*]:p-0 @max-[38rem]:[&_tbody_tr>:last-child]:pr-0 @max-[38rem]:[&_tbody_a]:whitespace-normal @max-[38rem]:[&_tbody_tr>*]:max-w-none @max-[38rem]:[&_tbody_th]:row-start-1 @max-[38rem]:[&_tbody_th]:text-base";

/** One line for each report. The eye runs down the first column; the whole line leads to the report. */
export function InboxTable({ caption, view, rows, chosen, now }: InboxTableProps) {
  const t = useTranslations("inbox.columns");
  const isTeam = view !== "mine" && view !== "unassigned";
  return (
    <div className="@container overflow-hidden rounded-xl border border-line bg-paper">
      <table className={classes(tableLook, cardLook)}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-[9.25rem]">
              {view === "done" ? t("done") : t("due")}
            </th>
            <th scope="col" className="w-[25%] @max-[56rem]:w-auto">
              {t("student")}
            </th>
            <th scope="col" className="w-[9.5rem]">
              {t("type")}
            </th>
            <th scope="col" className="@max-[56rem]:hidden">
              {t("school")}
            </th>
            <th scope="col" className="w-16 text-right @max-[48rem]:hidden">
              {t("amount")}
            </th>
            {isTeam ? (
              <th scope="col" className="w-[8rem] @max-[62rem]:hidden">
                {t("officer")}
              </th>
            ) : null}
            <th scope="col" className="w-[9.75rem]">
              {t("standing")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => (
            <InboxRow key={line.reference} line={line} isTeam={isTeam} isChosen={line.reference === chosen} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface InboxRowProps {
  readonly line: InboxLine;
  readonly isTeam: boolean;
  readonly isChosen: boolean;
  readonly now: Now;
}

function InboxRow({ line, isTeam, isChosen, now }: InboxRowProps) {
  const locale = useLocale();
  const isUntouched = line.status === "registered" && !line.hasReaction;
  return (
    <tr
      aria-current={isChosen || undefined}
      className={isChosen ? "bg-brand-wash inset-shadow-[3px_0_var(--brand)]" : undefined}
    >
      <td className="@max-[38rem]:col-start-2 @max-[38rem]:row-start-1 @max-[38rem]:text-right">
        <DueText line={line} now={now} />
      </td>
      <StudentCell line={line} isUntouched={isUntouched} />
      <td className="@max-[38rem]:col-start-1 @max-[38rem]:text-ink-soft">{absenceTypes[line.type].label[locale]}</td>
      <td className="@max-[56rem]:hidden @max-[38rem]:col-start-1 @max-[38rem]:row-start-3 @max-[38rem]:block @max-[38rem]:text-ink-soft">
        {line.locationName}
      </td>
      <td className="text-right @max-[48rem]:hidden @max-[38rem]:col-start-2 @max-[38rem]:row-start-3 @max-[38rem]:block @max-[38rem]:text-ink-soft">
        <Amount line={line} />
      </td>
      {isTeam ? <OfficerCell name={line.officerName} /> : null}
      <td className="@max-[38rem]:col-start-2 @max-[38rem]:row-start-2 @max-[38rem]:text-right">
        <Standing line={line} now={now} />
      </td>
    </tr>
  );
}

function StudentCell({ line, isUntouched }: { readonly line: InboxLine; readonly isUntouched: boolean }) {
  const t = useTranslations("inbox");
  return (
    <th scope="row">
      <span className="flex items-baseline">
        <a href={casePath(line.reference)} className={classes("truncate", isUntouched && "font-bold")}>
          {line.studentName}
        </a>
        {isUntouched ? <span className="sr-only"> ({t("untouched")})</span> : null}
        {line.isUrgent ? <Mark look="bg-attention-wash text-attention">{t("urgent")}</Mark> : null}
        {line.isProtected ? <Mark look="bg-sunken text-ink">{t("protected")}</Mark> : null}
      </span>
    </th>
  );
}

function Mark({ look, children }: { readonly look: string; readonly children: string }) {
  return (
    <span className={classes("ml-2 shrink-0 rounded-sm px-1.5 text-xs font-semibold forced-colors:border", look)}>
      {children}
    </span>
  );
}

function Amount({ line: { hoursTotal, arrivalCount } }: { readonly line: InboxLine }) {
  const t = useTranslations("inbox");
  const locale = useLocale();
  if (arrivalCount > 0) return t("times", { count: arrivalCount });
  if (hoursTotal === 0) return <span className="text-ink-faint">{t("noAmount")}</span>;
  return (
    <>
      {formatNumber(hoursTotal, locale)}
      {/* On a narrow screen no column heading says what this number is. */}
      <span className="hidden @max-[38rem]:inline"> {t("hoursUnit")}</span>
    </>
  );
}

function OfficerCell({ name }: { readonly name: string | null }) {
  const t = useTranslations("inbox");
  return <td className="@max-[62rem]:hidden">{name ?? <span className="text-ink-faint">{t("nobody")}</span>}</td>;
}

/** How it stands, without red: the first column says already what is late. */
function Standing({ line, now }: { readonly line: InboxLine; readonly now: Now }) {
  const t = useTranslations("inbox.standing");
  const { word, tone } = standingOf(line, now);
  return <StatusTag tone={tone === "late" ? "neutral" : tone}>{t(word)}</StatusTag>;
}
