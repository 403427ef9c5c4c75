import { useLocale } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag } from "@/components/ui/status-tag";
import { formatMonth, formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { firstDayOf } from "@/lib/statistics/period";
import { type Gathering, mostSilent, type Silence, type SilentGroup, type SilentView } from "@/lib/statistics/silent";

const tones = { reported: "done", quiet: "done", closed: "neutral", silent: "wait" } as const;

export function SilenceTag({ state }: { readonly state: Silence }) {
  const t = useTranslations("figures.silent");
  return <StatusTag tone={tones[state]}>{t(state)}</StatusTag>;
}

interface SilentTableProps {
  readonly view: SilentView;
  readonly by: Gathering;
}

/** Who was not heard of in a month. */
export function SilentTable({ view: { rows, groups, counts }, by }: SilentTableProps) {
  const t = useTranslations("figures.silent");
  if (counts.all === 0) return <EmptyState title={t("nobody")}>{t("nobodyText")}</EmptyState>;
  if (rows.length === 0) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;
  return (
    <>
      <p>{t("found", counts)}</p>
      {(groups ?? rows).length === mostSilent ? (
        <p className="text-ink-soft">{t("most", { count: mostSilent })}</p>
      ) : null}
      {groups === null ? <LocationTable rows={rows} /> : <GroupTable groups={groups} by={by} />}
    </>
  );
}

function GroupTable({ groups, by }: { readonly groups: readonly SilentGroup[]; readonly by: Gathering }) {
  const [t, locale] = [useTranslations("figures.silent"), useLocale()];
  const figure = (key: "all" | "silent" | "quiet" | "closed") =>
    ({
      key,
      header: t(`counted.${key}`),
      align: "end",
      cell: ({ counts }: SilentGroup) => formatNumber(counts[key], locale),
    }) as const;
  return (
    <DataTable
      caption={t("title")}
      rows={groups}
      keyOf={({ code }) => code ?? "-"}
      columns={[
        {
          key: "name",
          header: t(`gatherings.${by}`),
          namesRow: true,
          cell: (group) => nameOf(group, by, t("noBoard")),
        },
        figure("all"),
        figure("silent"),
        figure("quiet"),
        figure("closed"),
        {
          key: "enrolled",
          header: t("enrolled"),
          align: "end",
          showFrom: "lg",
          cell: ({ enrolled }) => formatNumber(enrolled, locale),
        },
      ]}
    />
  );
}

const schoolsNamed = 3;

/** "Het Stedelijk (00AH)"; "41804: Het Stedelijk, Zone.college" */
function nameOf({ code, schools }: SilentGroup, by: Gathering, unknown: string): string {
  if (by === "school") return `${schools.join(", ")} (${code})`;
  const more = schools.length > schoolsNamed ? ` +${schools.length - schoolsNamed}` : "";
  return `${code ?? unknown}: ${schools.slice(0, schoolsNamed).join(", ")}${more}`;
}

function LocationTable({ rows }: Pick<SilentView, "rows">) {
  const [t, locale] = [useTranslations("figures.silent"), useLocale()];
  return (
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
  );
}
