import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { NoticeList } from "@/components/notifications/notice-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { countUnreadNotices, listNotices } from "@/lib/notifications/queries.server";
import { now } from "@/lib/shared/clock";
import { countLimit } from "@/lib/shared/page";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { markNoticesReadAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications.notices"))("title") };
}

export default async function NoticesPage({ searchParams }: PageProps<"/berichten">) {
  const viewer = await pageViewer("/berichten");
  const after = onlyId((await searchParams)["na"]);
  const [{ rows, nextCursor }, unread, shell, locale, t] = await Promise.all([
    listNotices(viewer, { after }, now()),
    countUnreadNotices(viewer),
    shellProps(viewer, "/berichten"),
    getLocale(),
    getTranslations("notifications.notices"),
  ]);
  const news = unread > countLimit ? t("unreadMany", { count: countLimit }) : t("unread", { count: unread });
  return (
    <PageShell {...shell}>
      <PageHeading
        title={t("title")}
        lead={unread === 0 ? t("lead") : news}
        actions={unread === 0 ? undefined : <MarkAll label={t("markAll")} pending={t("marking")} />}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <NoticeList notices={rows} reader={{ side: viewer.kind, accountId: viewer.accountId, locale }} />
      )}
      <Pagination
        label={t("listLabel")}
        previous={after === undefined ? null : { href: "/berichten", label: t("newest") }}
        next={nextCursor === null ? null : { href: `/berichten?na=${nextCursor}`, label: t("older") }}
      />
    </PageShell>
  );
}

function MarkAll({ label, pending }: { readonly label: string; readonly pending: string }) {
  return (
    <form action={markNoticesReadAction}>
      <SubmitButton look="secondary" pendingText={pending}>
        {label}
      </SubmitButton>
    </form>
  );
}
