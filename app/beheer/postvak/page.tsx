import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { MailboxTable } from "@/components/notifications/mailbox-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { listLetters } from "@/lib/notifications/queries.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications.mailbox"))("title") };
}

export default async function MailboxPage({ searchParams }: PageProps<"/beheer/postvak">) {
  const viewer = await pageViewer("/beheer/postvak");
  const after = onlyId((await searchParams)["na"]);
  const mailbox = await orNotFound(() => listLetters(viewer, { after }, now()));
  const [shell, t] = await Promise.all([
    shellProps(viewer, "/beheer/postvak"),
    getTranslations("notifications.mailbox"),
  ]);
  const { rows, nextCursor, failedCount, hasMailServer } = mailbox;
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead")} />
      {hasMailServer ? null : (
        <Notice title={t("noServer")}>
          <p>{t("noServerText")}</p>
        </Notice>
      )}
      {failedCount === 0 ? null : (
        <Notice tone="danger" title={t("failedTitle", { count: failedCount })}>
          <p>{t("failedText")}</p>
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <MailboxTable letters={rows} hasMailServer={hasMailServer} />
      )}
      <Pagination
        label={t("listCaption")}
        previous={after === undefined ? null : { href: "/beheer/postvak", label: t("newest") }}
        next={nextCursor === null ? null : { href: `/beheer/postvak?na=${nextCursor}`, label: t("older") }}
      />
    </PageShell>
  );
}
