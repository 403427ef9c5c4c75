import { useLocale } from "next-intl";
import { KeyHelp } from "@/components/keys/key-help";
import { type InboxView, inboxViews } from "@/lib/casework/inbox";
import { formatCount } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Words } from "@/lib/i18n/words";
import type { RailCounts } from "./inbox-rail";

interface InboxHeadingProps {
  readonly view: InboxView;
  readonly counts: RailCounts;
  /** How many the filters leave. Null: there are none. */
  readonly found: number | null;
  /** Keys walk over lines; without lines there is nothing to walk over. */
  readonly hasKeys: boolean;
}

export function InboxHeading({ view, counts, found, hasKeys }: InboxHeadingProps) {
  const t = useTranslations("inbox");
  const locale = useLocale();
  const counted = countedText({ view, counts, found }, t, locale);
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <h1>
        {inboxViews[view][locale]}
        {counted === null ? null : (
          <span className="ml-2.5 text-base font-normal tracking-normal text-ink-soft">{counted}</span>
        )}
      </h1>
      <InboxKeysHint hasLines={hasKeys} />
    </div>
  );
}

/** Null: what is done is not counted as a whole. */
function countedText(
  { view, counts, found }: Omit<InboxHeadingProps, "hasKeys">,
  t: Words<"inbox">,
  locale: Locale,
): string | null {
  if (found !== null) return t("found", { shown: formatCount(found, locale) });
  return view === "done" ? null : t("open", { shown: formatCount(counts[view], locale) });
}

/** Which keys there are; only where there is a keyboard, and only with script, which makes them work. */
function InboxKeysHint({ hasLines }: { readonly hasLines: boolean }) {
  const t = useTranslations("inbox.keys");
  return (
    <p className="hidden gap-4 text-sm text-ink-soft lg:pointer-fine:flex print:hidden">
      <span className="sr-only">{t("label")}: </span>
      {hasLines ? (
        <>
          <span>
            <kbd>J</kbd> <kbd>K</kbd> {t("walk")}
          </span>
          <span>
            <kbd>Enter</kbd> {t("open")}
          </span>
        </>
      ) : null}
      <KeyHelp label={t("help")} locale={useLocale()} />
    </p>
  );
}
