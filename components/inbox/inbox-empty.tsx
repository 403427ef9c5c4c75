import { useLocale } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type InboxView, inboxViews } from "@/lib/casework/inbox";
import { writeInboxAddress } from "@/lib/casework/inbox-address";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Where to go on from a list with nothing in it. */
const onward = {
  mine: "unassigned",
  overdue: "team",
  urgent: "team",
  unassigned: "team",
  waits_school: "team",
  waits_other: "team",
  team: "done",
  done: "team",
} as const satisfies Record<InboxView, InboxView>;

interface InboxEmptyProps {
  readonly view: InboxView;
  readonly isFirstPage: boolean;
  /** Filters leave nothing of it. */
  readonly isNarrowed: boolean;
}

export function InboxEmpty({ view, isFirstPage, isNarrowed }: InboxEmptyProps) {
  return isNarrowed ? <NothingFound view={view} /> : <NothingThere view={view} isFirstPage={isFirstPage} />;
}

function NothingFound({ view }: Pick<InboxEmptyProps, "view">) {
  const t = useTranslations("inboxTools.nothingFound");
  return (
    <EmptyState title={t("title")} action={<ButtonLink href={writeInboxAddress({ view })}>{t("action")}</ButtonLink>}>
      {t("text")}
    </EmptyState>
  );
}

function NothingThere({ view, isFirstPage }: Omit<InboxEmptyProps, "isNarrowed">) {
  const t = useTranslations("inbox.empty");
  const locale = useLocale();
  const next = isFirstPage ? onward[view] : view;
  const about = isFirstPage ? view : "page";
  return (
    <EmptyState
      title={t(`${about}.title`)}
      action={
        <ButtonLink href={writeInboxAddress({ view: next })}>
          {t("action", { list: inboxViews[next][locale] })}
        </ButtonLink>
      }
    >
      {t(`${about}.text`)}
    </EmptyState>
  );
}
