import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { NewsNotice } from "@/components/deliveries/news-notice";
import { InboxClosed } from "@/components/inbox/inbox-closed";
import { InboxDesk } from "@/components/inbox/inbox-desk";
import { InboxEmpty } from "@/components/inbox/inbox-empty";
import { InboxHeading } from "@/components/inbox/inbox-heading";
import { InboxKeys } from "@/components/inbox/inbox-keys";
import { InboxRail } from "@/components/inbox/inbox-rail";
import { InboxTable } from "@/components/inbox/inbox-table";
import { PageShell } from "@/components/layout/page-shell";
import { PageNews } from "@/components/live/page-news";
import { Pagination } from "@/components/ui/pagination";
import { inboxViews, readsInbox, viewsFor } from "@/lib/casework/inbox";
import { casePath, readInboxAddress, writeInboxAddress } from "@/lib/casework/inbox-address";
import { findInbox } from "@/lib/casework/queries.server";
import { listNews } from "@/lib/deliveries/queries.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { type Now, now as readClock } from "@/lib/shared/clock";
import { readReference } from "@/lib/shared/reference";
import { orNull } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { ChosenReport } from "./chosen-report";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

export default async function InboxPage({ searchParams }: PageProps<"/werkvoorraad">) {
  const viewer = await pageViewer("/werkvoorraad");
  if (viewer.kind !== "office") redirect("/");
  if (!readsInbox(viewer)) return <ClosedPage viewer={viewer} />;
  const params = await searchParams;
  const asked = goToAsked(params["melding"]);

  const now = readClock();
  const address = readInboxAddress(params);
  const { view, counts, page } = await findInbox(viewer, now, address);
  const [shell, locale, t, news] = await Promise.all([
    shellProps(viewer, "/werkvoorraad"),
    getLocale(),
    getTranslations("inbox"),
    readNews(viewer, now),
  ]);
  const { cursor, chosen } = address;
  const list = inboxViews[view][locale];
  return (
    <PageShell {...shell} width="full">
      <InboxDesk
        rail={<InboxRail views={viewsFor(viewer)} current={view} counts={counts} wrongReference={asked} />}
        peek={
          chosen === null ? null : <ChosenReport viewer={viewer} now={now} reference={chosen} list={{ view, cursor }} />
        }
      >
        <NewsNotice news={news} />
        <InboxHeading view={view} counts={counts} hasKeys={page.rows.length > 0} />
        {page.rows.length === 0 ? (
          <InboxEmpty view={view} isFirstPage={cursor === undefined} />
        ) : (
          <InboxKeys peekAddress={writeInboxAddress({ view, cursor, chosen: "REFERENCE" })}>
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
          previous={cursor === undefined ? null : { href: writeInboxAddress({ view }), label: t("pages.first") }}
          next={
            page.nextCursor === null
              ? null
              : { href: writeInboxAddress({ view, cursor: page.nextCursor }), label: t("pages.next") }
          }
        />
      </InboxDesk>
      <PageNews now={now} />
    </PageShell>
  );
}

/** A coordinator begins here, and hears of deliveries without looking for them. Nobody else pays a trip for it. */
async function readNews(viewer: OfficeViewer, now: Now) {
  if (!can(viewer, "delivery:read", { officeId: viewer.officeId })) return [];
  return (await orNull(() => listNews(viewer, now))) ?? [];
}

/** Goes to the report whose number was typed; gives back what was typed when that is no number. */
function goToAsked(typed: string | string[] | undefined): string | null {
  if (typeof typed !== "string") return null;
  const reference = readReference(typed);
  if (reference !== null) redirect(casePath(reference));
  return typed;
}

async function ClosedPage({ viewer }: { readonly viewer: OfficeViewer }) {
  const shell = await shellProps(viewer, "/werkvoorraad");
  return (
    <PageShell {...shell}>
      <InboxClosed managesPeople={can(viewer, "people:manage", { organisationId: viewer.organisationId })} />
    </PageShell>
  );
}
