import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { HowTo } from "@/components/layout/how-to";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { changeSentence, moveStateSentence } from "@/components/routing/area-move-words";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { listAreaMoves } from "@/lib/casework/queries/area-moves.server";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

const path = "/routering/verhuizingen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("routing.moves"))("title") };
}

/** Municipalities that change, with the open reports that must follow. */
export default async function AreaMovesPage() {
  const viewer = await pageViewer(path);
  const lines = await orNotFound(() => listAreaMoves(viewer, now()));
  const [t, common, routing, locale, shell] = await Promise.all([
    getTranslations("routing.moves"),
    getTranslations("common"),
    getTranslations("routing"),
    getLocale(),
    shellProps(viewer, path),
  ]);
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[{ label: routing("title"), href: "/routering" }, { label: t("title") }]}
      />
      <PageHeading title={t("title")} lead={t("lead")} />
      <HowTo lines={[t("howTo.1"), t("howTo.2"), t("howTo.3")]} />
      {lines.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneText")}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t("title")}
          rows={lines}
          keyOf={({ oldCode, effectiveOn }) => `${oldCode}_${effectiveOn}`}
          linkOf={({ oldCode, effectiveOn }) => `${path}/${oldCode}_${effectiveOn}`}
          columns={[
            { key: "what", header: t("what"), cell: (line) => changeSentence(line, t, locale), namesRow: true },
            { key: "day", header: t("day"), cell: ({ effectiveOn }) => formatDay(effectiveOn, locale) },
            {
              key: "open",
              header: t("open"),
              cell: ({ openCount }) => formatNumber(openCount, locale),
              align: "end",
            },
            { key: "state", header: t("state"), cell: (line) => moveStateSentence(line, t, locale) },
          ]}
        />
      )}
    </PageShell>
  );
}
