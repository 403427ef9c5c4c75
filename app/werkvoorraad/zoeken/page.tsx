import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SearchDesk } from "@/components/inbox/search-desk";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { readsInbox } from "@/lib/casework/inbox";
import { searchPath } from "@/lib/casework/inbox-address";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { searchInboxAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inboxTools.search"))("title") };
}

/** Where an officer finds a case by what somebody says on the telephone. */
export default async function SearchPage() {
  const viewer = await pageViewer(searchPath);
  if (viewer.kind !== "office" || !readsInbox(viewer)) notFound();
  const [shell, t, root, inbox] = await Promise.all([
    shellProps(viewer, searchPath),
    getTranslations("inboxTools.search"),
    getTranslations("common"),
    getTranslations("inbox"),
  ]);
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={root("breadcrumb")}
        crumbs={[{ label: inbox("title"), href: "/werkvoorraad" }, { label: t("title") }]}
      />
      <PageHeading title={t("title")} />
      <SearchDesk
        action={searchInboxAction}
        words={{
          label: t("label"),
          hint: t("hint"),
          button: t("button"),
          pending: t("pending"),
          nothing: t("nothing"),
          nothingText: t("nothingText"),
          schools: t("schools"),
          columns: {
            student: inbox("columns.student"),
            type: inbox("columns.type"),
            school: inbox("columns.school"),
            filed: t("filed"),
            officer: inbox("columns.officer"),
            status: t("status"),
          },
        }}
      />
    </PageShell>
  );
}
