import { useLocale } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { bulkMost } from "@/lib/casework/bulk";
import { dueOf } from "@/lib/casework/due";
import type { InboxLine, InboxView } from "@/lib/casework/inbox";
import { casePath, inboxQuery } from "@/lib/casework/inbox-address";
import type { InboxFilter } from "@/lib/casework/inbox-filter";
import { formatCount } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { Now } from "@/lib/shared/clock";
import { countLimit } from "@/lib/shared/page";
import { ChooseAll } from "./choose-all";
import { ChooseKeys } from "./choose-keys";
import { dueText } from "./due-text";

interface ChooseListProps {
  readonly view: InboxView;
  readonly filter: InboxFilter;
  readonly rows: readonly InboxLine[];
  /** How many the list holds, up to one more than the limit of counts. Null: it is not counted. */
  readonly count: number | null;
  readonly now: Now;
}

/** The lines of a list with a box before each. */
export function ChooseList({ view, filter, rows, count, now }: ChooseListProps) {
  const t = useTranslations("inboxTools.bulk");
  const locale = useLocale();
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-x-6">
        <ChooseAll label={t("page", { count: rows.length })} />
        {count === null || count <= rows.length ? null : (
          <label className="inline-flex min-h-9 items-center gap-2">
            <input
              type="checkbox"
              name="list"
              value={inboxQuery({ view, filter }).toString()}
              className="size-5 accent-brand"
            />
            {count > bulkMost
              ? t("first", { most: bulkMost, shown: formatCount(Math.min(count, countLimit + 1), locale) })
              : t("all", { count })}
          </label>
        )}
      </div>
      <ChooseKeys>
        <ul className="overflow-hidden rounded-xl border border-line bg-paper">
          {rows.map((line) => (
            <ChooseLine key={line.reference} line={line} now={now} />
          ))}
        </ul>
      </ChooseKeys>
    </div>
  );
}

function ChooseLine({ line, now }: { readonly line: InboxLine; readonly now: Now }) {
  const t = useTranslations("inbox");
  const locale = useLocale();
  const { reference, studentName, type, locationName, officerName } = line;
  const id = `kies-${reference}`;
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 last:border-b-0 hover:bg-wash has-checked:bg-brand-wash">
      <input id={id} type="checkbox" name="references" value={reference} className="size-5 shrink-0 accent-brand" />
      <label htmlFor={id} className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4 py-2.5">
        <span className="font-semibold">{studentName}</span>
        <span>{absenceTypes[type].label[locale]}</span>
        <span className="min-w-0 truncate text-ink-soft">{locationName}</span>
        <span className="ml-auto text-ink-soft">
          {dueText(dueOf(line, now), t, locale)} · {officerName ?? t("nobody")}
        </span>
      </label>
      <TextLink href={casePath(reference)} className="text-sm" aria-label={`${t("peek.open")}: ${studentName}`}>
        {t("peek.open")}
      </TextLink>
    </li>
  );
}
