import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import type { DryRun } from "@/lib/casework/area-move";
import { useTranslations } from "@/lib/i18n/use-translations";

/** So many lines are shown; the counts above them are of all. */
const mostShown = 200;

/** The reports of a dry run, those that stay first: they may need somebody. */
export function DryRunTable({ run: { lines } }: { readonly run: DryRun }) {
  const t = useTranslations("routing.moves");
  if (lines.length === 0) return null;
  const inOrder = [...lines.filter(({ why }) => why !== null), ...lines.filter(({ why }) => why === null)];
  return (
    <>
      {inOrder.length > mostShown ? <Notice>{t("first", { count: mostShown })}</Notice> : null}
      <DataTable
        caption={t("lines")}
        rows={inOrder.slice(0, mostShown)}
        keyOf={({ reference }) => reference}
        columns={[
          { key: "reference", header: t("reference"), cell: ({ reference }) => reference, namesRow: true },
          { key: "from", header: t("from"), cell: ({ fromName }) => fromName },
          {
            key: "to",
            header: t("to"),
            cell: ({ toName, why }) => toName ?? t(`stays.${why ?? "same-office"}`),
          },
        ]}
      />
    </>
  );
}
