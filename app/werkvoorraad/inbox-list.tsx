import { getLocale } from "next-intl/server";
import { InboxEmpty } from "@/components/inbox/inbox-empty";
import { InboxHeading } from "@/components/inbox/inbox-heading";
import { InboxKeys } from "@/components/inbox/inbox-keys";
import { InboxTable } from "@/components/inbox/inbox-table";
import { Pagination } from "@/components/ui/pagination";
import { inboxViews, type KeptView } from "@/lib/casework/inbox";
import { type InboxAddress, writeInboxAddress } from "@/lib/casework/inbox-address";
import { isNarrowed } from "@/lib/casework/inbox-filter";
import type { Inbox } from "@/lib/casework/queries.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { firstIdAt } from "@/lib/shared/ids";
import { getTranslations } from "@/lib/web/words.server";
import { ChooseDesk } from "./choose-desk";
import { Filters } from "./filters";

interface InboxListProps {
  readonly viewer: OfficeViewer;
  readonly now: Now;
  readonly inbox: Inbox;
  readonly address: InboxAddress;
  /** The own view that was opened; null when none was. */
  readonly opened: KeptView | null;
}

/** One page of a list, with what it is narrowed by and the way to the next page. */
export async function InboxList({ viewer, now, inbox, address, opened }: InboxListProps) {
  const [t, locale] = await Promise.all([getTranslations("inbox"), getLocale()]);
  const { view, counts, found, page } = inbox;
  const { cursor, chosen, filter, isFiltering, isChoosing } = address;
  const list = inboxViews[view][locale];
  return (
    <>
      <InboxHeading view={view} counts={counts} found={found} hasKeys={page.rows.length > 0} />
      <Filters viewer={viewer} now={now} list={{ view, filter, isFiltering, isChoosing }} opened={opened} />
      {page.rows.length === 0 ? (
        <InboxEmpty view={view} isFirstPage={cursor === undefined} isNarrowed={isNarrowed(filter)} />
      ) : isChoosing ? (
        <ChooseDesk viewer={viewer} now={now} inbox={inbox} filter={filter} />
      ) : (
        <InboxKeys
          peekAddress={writeInboxAddress({ view, filter, cursor, chosen: "REFERENCE" })}
          since={firstIdAt(now.at)}
          changedText={t("changed")}
        >
          <InboxTable
            caption={view === "done" ? t("captionDone", { list }) : t("caption", { list })}
            view={view}
            rows={page.rows}
            chosen={chosen}
            now={now}
          />
        </InboxKeys>
      )}
      <Pagination
        label={t("pages.label")}
        previous={
          cursor === undefined
            ? null
            : { href: writeInboxAddress({ view, filter, isChoosing }), label: t("pages.first") }
        }
        next={
          page.nextCursor === null
            ? null
            : { href: writeInboxAddress({ view, filter, isChoosing, cursor: page.nextCursor }), label: t("pages.next") }
        }
      />
    </>
  );
}
