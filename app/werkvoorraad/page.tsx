import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NewsNotice } from "@/components/deliveries/news-notice";
import { InboxClosed } from "@/components/inbox/inbox-closed";
import { InboxDesk } from "@/components/inbox/inbox-desk";
import { InboxRail } from "@/components/inbox/inbox-rail";
import { ViewNotice } from "@/components/inbox/view-notice";
import { PageShell } from "@/components/layout/page-shell";
import { PageNews } from "@/components/live/page-news";
import { readsInbox, viewsFor } from "@/lib/casework/inbox";
import { casePath, inboxQuery, readInboxAddress } from "@/lib/casework/inbox-address";
import { findInbox } from "@/lib/casework/queries.server";
import { listNews } from "@/lib/deliveries/queries.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { type Now, now as readClock } from "@/lib/shared/clock";
import { readReference } from "@/lib/shared/reference";
import { orNull } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId, onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { ChosenReport } from "./chosen-report";
import { DoneMany } from "./done-many";
import { InboxList } from "./inbox-list";

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
  const inbox = await findInbox(viewer, now, address);
  const [shell, news] = await Promise.all([shellProps(viewer, "/werkvoorraad"), readNews(viewer, now)]);
  const { view, counts, kept } = inbox;
  const { cursor, chosen, filter } = address;
  const openedView = onlyId(params["weergave"]) ?? null;
  const doneAct = onlyId(params["samen"]);
  const opened = kept.find(({ id }) => id === openedView) ?? null;
  return (
    <PageShell {...shell} width="full">
      <InboxDesk
        rail={
          <InboxRail
            views={viewsFor(viewer)}
            current={view}
            counts={counts}
            kept={kept}
            openedView={openedView}
            keepsHours={can(viewer, "presence:keep", viewer)}
            wrongReference={asked}
          />
        }
        peek={
          chosen === null ? null : (
            <ChosenReport viewer={viewer} now={now} reference={chosen} list={{ view, filter, cursor }} />
          )
        }
      >
        <NewsNotice news={news} />
        <ViewNotice
          isGone={openedView !== null && opened === null}
          done={params["gedaan"]}
          problem={onlyText(params["probleem"])}
        />
        {doneAct === undefined ? null : (
          <DoneMany viewer={viewer} now={now} act={doneAct} back={inboxQuery({ view, filter }).toString()} />
        )}
        <InboxList viewer={viewer} now={now} inbox={inbox} address={address} opened={opened?.isOwn ? opened : null} />
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
