import { useLocale } from "next-intl";
import type { NavItem } from "@/components/layout/navigation";
import { SideNavigation } from "@/components/layout/side-navigation";
import { TextLink } from "@/components/ui/text-link";
import { type InboxCounts, type InboxView, inboxViews, type KeptView } from "@/lib/casework/inbox";
import { searchPath, withParams, writeInboxAddress } from "@/lib/casework/inbox-address";
import { formatCount } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Words } from "@/lib/i18n/words";

export type RailCounts = InboxCounts;

interface InboxRailProps {
  readonly views: readonly InboxView[];
  readonly current: InboxView;
  readonly counts: RailCounts;
  readonly kept: readonly KeptView[];
  /** The view that was opened. Null: none, or one that is no longer there. */
  readonly openedView: string | null;
  /** Whether this viewer says when he, or the team, is at a school. */
  readonly keepsHours: boolean;
  /** What was typed at "Ga naar melding" and is no reference; null when nothing was. */
  readonly wrongReference: string | null;
}

export function InboxRail({ views, current, counts, kept, openedView, keepsHours, wrongReference }: InboxRailProps) {
  const t = useTranslations("inbox");
  const between = useTranslations("inbox.between.lists");
  const search = useTranslations("inboxTools.search");
  const presence = useTranslations("presence");
  const locale = useLocale();
  const items = views.map((view) => {
    const label = inboxViews[view][locale];
    const shown = view === "done" ? null : formatCount(counts[view], locale);
    return {
      href: writeInboxAddress({ view }),
      label,
      isCurrent: view === current && openedView === null,
      count: shown === null ? undefined : { shown, label: t("listCount", { list: label, shown }) },
    };
  });
  return (
    <div className="grid gap-2 lg:gap-7">
      <SideNavigation label={t("lists")} items={[...items, transfersItem(counts.offered, between, locale)]} />
      {kept.length === 0 ? null : <KeptViews kept={kept} openedView={openedView} />}
      <div className="grid gap-1 px-2.5 lg:gap-4">
        <GoToReport wrongReference={wrongReference} />
        <ul className="flex flex-wrap gap-x-5 lg:grid lg:gap-2.5">
          <li>
            <TextLink href={searchPath} id="zoeken" className={toolLook}>
              {search("link")}
            </TextLink>
          </li>
          {keepsHours ? (
            <li>
              <TextLink href="/routering/spreekuren" className={toolLook}>
                {presence("title")}
              </TextLink>
            </li>
          ) : null}
          <li>
            <TextLink href="/werkvoorraad/noteren" className={toolLook}>
              {t("writeDown.link")}
            </TextLink>
          </li>
        </ul>
      </div>
    </div>
  );
}

const toolLook = "inline-flex min-h-8 items-center max-lg:text-sm lg:min-h-0";

function KeptViews({ kept, openedView }: Pick<InboxRailProps, "kept" | "openedView">) {
  const t = useTranslations("inboxTools.kept");
  return (
    <div className="grid gap-1">
      <h2 className="px-2.5 text-sm font-semibold text-ink-soft">{t("label")}</h2>
      <SideNavigation
        label={t("label")}
        items={kept.map(({ id, name, isShared, isOwn, address }) => ({
          href: withParams(address, { weergave: id }),
          label: isShared && !isOwn ? `${name} (${t("shared")})` : name,
          isCurrent: id === openedView,
        }))}
      />
    </div>
  );
}

/** What lies between this office and others; a number only while another office waits for an answer. */
function transfersItem(offered: number, t: Words<"inbox.between.lists">, locale: Locale): NavItem {
  const count =
    offered === 0 ? undefined : { shown: formatCount(offered, locale), label: t("waiting", { count: offered }) };
  return { href: "/routering/overdrachten", label: t("title"), count };
}

/** Straight to a report whose number somebody reads out; a plain form that changes nothing. */
function GoToReport({ wrongReference }: Pick<InboxRailProps, "wrongReference">) {
  const t = useTranslations("inbox.goTo");
  return (
    <form
      action="/werkvoorraad"
      method="get"
      className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5 gap-y-1.5 lg:grid-cols-[minmax(0,1fr)_auto]"
    >
      <label htmlFor="melding" className="text-sm font-semibold whitespace-nowrap text-ink-soft">
        {t("label")}
      </label>
      <input
        id="melding"
        name="melding"
        defaultValue={wrongReference ?? ""}
        placeholder={t("placeholder")}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={24}
        required={true}
        aria-invalid={wrongReference === null ? undefined : true}
        aria-describedby={wrongReference === null ? undefined : "melding-fout"}
        className="min-h-9 w-full lg:col-span-2 lg:row-start-2 min-w-0 rounded-md border border-line-field bg-paper px-2.5 text-sm placeholder:text-ink-faint aria-invalid:border-danger"
      />
      <button
        type="submit"
        className="min-h-9 rounded-sm lg:col-start-2 lg:row-start-1 lg:min-h-7 text-sm font-semibold text-brand hover:underline"
      >
        {t("button")}
      </button>
      {wrongReference === null ? null : (
        <p id="melding-fout" role="alert" className="col-span-full text-sm font-semibold text-danger">
          {t("wrong")}
        </p>
      )}
    </form>
  );
}
