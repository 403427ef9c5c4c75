import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { BehindTable } from "@/components/oversight/behind-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { type Behind, behindPath, oversightPath, readBehind } from "@/lib/casework/oversight";
import { listBehind } from "@/lib/casework/queries/oversight.server";
import { formatCount } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Words } from "@/lib/i18n/words";
import { closeReasons } from "@/lib/reports/codes";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("oversight"))("behind.title") };
}

/** The cases behind one number of the page of oversight. */
export default async function BehindPage({ searchParams }: Props) {
  const viewer = await pageViewer(oversightPath);
  const params = await searchParams;
  const behind = readBehind(params);
  if (behind === null) redirect(oversightPath);
  const cursor = onlyText(params["na"]);
  const { rows, count, nextCursor } = await orNotFound(() => listBehind(viewer, now(), behind, cursor));
  const [t, common, shell, locale] = await Promise.all([
    getTranslations("oversight"),
    getTranslations("common"),
    shellProps(viewer, oversightPath),
    getLocale(),
  ]);
  const title = titleOf(behind, rows[0]?.officerName ?? null, t, locale);
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[{ label: t("title"), href: oversightPath }, { label: title }]}
      />
      <PageHeading title={title} lead={t("behind.lead", { shown: formatCount(count, locale), count })} />
      {rows.length === 0 ? (
        <EmptyState title={t("behind.none")}>{t("behind.noneText")}</EmptyState>
      ) : (
        <BehindTable caption={title} rows={rows} />
      )}
      <Pagination
        label={t("behind.pages.label")}
        previous={cursor === undefined ? null : { href: behindPath(behind), label: t("behind.pages.first") }}
        next={nextCursor === null ? null : { href: behindPath(behind, nextCursor), label: t("behind.pages.next") }}
      />
    </PageShell>
  );
}

function titleOf(behind: Behind, officer: string | null, t: Words<"oversight">, locale: Locale): string {
  switch (behind.what) {
    case "age":
      return t("behind.age", { age: t(`age.${behind.age}`) });
    case "unopened":
      return t("still.unopened");
    case "idle":
      return t("still.idle", { days: behind.days });
    case "officer":
      if (behind.officerId === null) return t("load.nobody");
      // Without cases nothing says whose they would be.
      return officer === null ? t("behind.title") : t("behind.officer", { name: officer });
    case "outcome":
      return t("behind.outcome", { outcome: closeReasons[behind.closeReason][locale] });
  }
}
