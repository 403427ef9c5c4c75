import { useLocale } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag } from "@/components/ui/status-tag";
import { formatMonth, formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { firstDayOf } from "@/lib/statistics/period";
import { mostSilent, type Silence, type SilentView } from "@/lib/statistics/silent";

const tones = { reported: "done", quiet: "done", closed: "neutral", silent: "wait" } as const;

export function SilenceTag({ state }: { readonly state: Silence }) {
  const t = useTranslations("figures.silent");
  return <StatusTag tone={tones[state]}>{t(state)}</StatusTag>;
}

/** Who was not heard of in a month. */
export function SilentTable({ view: { rows, counts } }: { readonly view: SilentView }) {
  const [t, locale] = [useTranslations("figures.silent"), useLocale()];
  if (counts.all === 0) return <EmptyState title={t("nobody")}>{t("nobodyText")}</EmptyState>;
  if (rows.length === 0) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;
  return (
    <>
      <p>{t("found", counts)}</p>
      {rows.length === mostSilent ? <p className="text-ink-soft">{t("most", { count: rows.length })}</p> : null}
      <DataTable
        caption={t("title")}
        rows={rows}
        keyOf={({ locationId }) => locationId}
        columns={[
          {
            key: "school",
            header: t("school"),
            namesRow: true,
            cell: ({ school, brin, location }) =>
              location === school ? `${school} (${brin})` : `${location}, ${school} (${brin})`,
          },
          { key: "sector", header: t("sector"), cell: ({ sector }) => sector },
          { key: "board", header: t("board"), showFrom: "lg", cell: ({ boardNumber }) => boardNumber ?? "–" },
          {
            key: "enrolled",
            header: t("enrolled"),
            align: "end",
            cell: ({ enrolled }) => formatNumber(enrolled, locale),
          },
          { key: "state", header: t("state"), cell: ({ state }) => <SilenceTag state={state} /> },
          {
            key: "last",
            header: t("last"),
            showFrom: "lg",
            cell: ({ lastMonth }) => (lastMonth === null ? t("never") : formatMonth(firstDayOf(lastMonth), locale)),
          },
        ]}
      />
    </>
  );
}
