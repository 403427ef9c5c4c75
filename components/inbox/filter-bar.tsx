import { useLocale } from "next-intl";
import { dropInboxViewAction } from "@/app/werkvoorraad/actions";
import { Button, ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { FilterLabels } from "@/lib/casework/filter-views";
import type { InboxView, KeptView } from "@/lib/casework/inbox";
import { writeInboxAddress } from "@/lib/casework/inbox-address";
import type { InboxFilter } from "@/lib/casework/inbox-filter";
import { useTranslations } from "@/lib/i18n/use-translations";
import { chosenFilters } from "./filter-words";

interface FilterBarProps {
  readonly view: InboxView;
  readonly filter: InboxFilter;
  readonly isOpen: boolean;
  /** Several reports are being chosen. */
  readonly isChoosing: boolean;
  readonly labels: FilterLabels;
  /** The own view that was opened; null when none was. */
  readonly opened: KeptView | null;
}

/** What is filtered by, each to be taken away by itself, and the way to the form. */
export function FilterBar({ view, filter, isOpen, isChoosing, labels, opened }: FilterBarProps) {
  const t = useTranslations("inboxTools.filter");
  const bulk = useTranslations("inboxTools.bulk");
  const chosen = chosenFilters(filter, { labels, locale: useLocale(), t });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 print:hidden">
      <ButtonLink
        size="small"
        id="filteren"
        aria-expanded={isOpen}
        href={writeInboxAddress({ view, filter, isFiltering: !isOpen })}
      >
        {isOpen ? t("close") : t("open")}
      </ButtonLink>
      <ButtonLink size="small" id="kiezen" href={writeInboxAddress({ view, filter, isChoosing: !isChoosing })}>
        {isChoosing ? bulk("stop") : bulk("choose")}
      </ButtonLink>
      {chosen.length === 0 ? null : (
        <>
          <ul aria-label={t("active")} className="contents">
            {chosen.map(({ name, text, without }) => (
              <li key={name} className="min-w-0">
                <TextLink
                  href={writeInboxAddress({ view, filter: without })}
                  aria-label={t("remove", { filter: text })}
                  className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border border-brand/40 bg-brand-wash px-3 text-sm text-brand-strong no-underline hover:border-brand"
                >
                  <span className="truncate">{text}</span>
                  <Icon name="close" size={12} />
                </TextLink>
              </li>
            ))}
          </ul>
          <TextLink href={writeInboxAddress({ view })} className="text-sm">
            {t("clear")}
          </TextLink>
        </>
      )}
      {opened === null ? null : <DropView view={opened} />}
    </div>
  );
}

function DropView({ view: { id, name } }: { readonly view: KeptView }) {
  const t = useTranslations("inboxTools.kept");
  return (
    <form action={dropInboxViewAction}>
      <input type="hidden" name="id" value={id} />
      <Button type="submit" look="plain" size="small">
        {t("drop", { name })}
      </Button>
    </form>
  );
}
