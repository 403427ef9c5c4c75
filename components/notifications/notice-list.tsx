import { narrateLabels } from "@/components/timeline/narrate-labels";
import { SentenceText } from "@/components/timeline/sentence-text";
import { classes } from "@/components/ui/classes";
import { StatusTag } from "@/components/ui/status-tag";
import { formatMoment } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import type { NoticeView } from "@/lib/notifications/views";
import { narrate } from "@/lib/timeline/narrate";
import type { NarrateReader } from "@/lib/timeline/narrator";

interface NoticeListProps {
  readonly notices: readonly NoticeView[];
  readonly reader: NarrateReader;
}

/** What others did, newest first. A notice leads through its own address, which marks it as read. */
export function NoticeList({ notices, reader }: NoticeListProps) {
  const t = translatorFor(reader.locale);
  return (
    <ol
      aria-label={t("notifications.notices.listLabel")}
      className="grid overflow-hidden rounded-xl border border-line bg-paper"
    >
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} reader={reader} />
      ))}
    </ol>
  );
}

function NoticeLine({ notice, reader }: { readonly notice: NoticeView; readonly reader: NarrateReader }) {
  const t = translatorFor(reader.locale);
  const { isUnread } = notice;
  const at = notice.event === null ? notice.at : notice.event.at;
  return (
    <li
      className={classes(
        "relative grid gap-1 border-b border-line px-4 py-3.5 last:border-b-0 hover:bg-wash sm:px-6",
        isUnread && "inset-shadow-[3px_0_var(--brand)]",
      )}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {/* A plain link: fetching it ahead would mark the notice as read. */}
        <a
          href={`/berichten/${notice.id}`}
          data-whole-page=""
          className="font-semibold text-brand underline after:absolute after:inset-0"
        >
          {notice.studentName ?? notice.reference}
        </a>
        {isUnread ? <StatusTag tone="busy">{t("notifications.notices.isNew")}</StatusTag> : null}
      </p>
      <div>
        <Cause notice={notice} reader={reader} />
      </div>
      <p className="max-w-none text-sm text-ink-soft">
        <time dateTime={at.toISOString()}>{formatMoment(at, reader.locale)}</time>
        {factsOf(notice, t("notifications.notices.ownReference", { own: notice.ownReference ?? "" })).map((fact) => (
          <span key={fact}> · {fact}</span>
        ))}
      </p>
    </li>
  );
}

function Cause({ notice, reader }: { readonly notice: NoticeView; readonly reader: NarrateReader }) {
  const t = translatorFor(reader.locale);
  if (notice.event === null) {
    const { by } = notice;
    return <p>{t("notifications.notices.broughtIn", { by: by ?? "", hasBy: by === null ? "no" : "yes" })}</p>;
  }
  return <SentenceText sentence={{ ...narrate(notice.event, reader, t, narrateLabels), detail: null }} />;
}

function factsOf({ reference, ownReference, group, locationName }: NoticeView, own: string): readonly string[] {
  return [reference, ownReference === null ? null : own, group, locationName].filter((fact) => fact !== null);
}
