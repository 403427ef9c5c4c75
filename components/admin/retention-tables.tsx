import { useLocale } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { kinds } from "@/lib/attachments/kinds";
import type { RetentionView, RunView } from "@/lib/attachments/views";
import { formatCount, formatDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";

export function TomorrowTable({ counts }: { readonly counts: RetentionView["tomorrow"] }) {
  const [t, locale] = [useTranslations("retention"), useLocale()];
  const columns: readonly Column<RetentionView["tomorrow"][number]>[] = [
    { key: "kind", header: t("kind"), cell: ({ kind }) => kinds[kind].label[locale], namesRow: true },
    { key: "due", header: t("due"), cell: ({ due }) => formatCount(due, locale) },
    { key: "held", header: t("held"), cell: ({ held }) => formatCount(held, locale) },
  ];
  return <DataTable caption={t("tomorrow.title")} columns={columns} rows={counts} keyOf={({ kind }) => kind} />;
}

export function RunsTable({ runs }: { readonly runs: readonly RunView[] }) {
  const [t, locale] = [useTranslations("retention"), useLocale()];
  const columns: readonly Column<RunView>[] = [
    { key: "day", header: t("day"), cell: ({ day }) => formatDay(day, locale), namesRow: true },
    { key: "due", header: t("due"), cell: ({ due }) => formatCount(due, locale) },
    {
      key: "kinds",
      header: t("perKind"),
      cell: ({ counts }) => <PerKind counts={counts} />,
      showFrom: "lg",
    },
    { key: "destroyed", header: t("destroyed"), cell: ({ destroyed }) => formatCount(destroyed, locale) },
    { key: "held", header: t("held"), cell: ({ held }) => formatCount(held, locale) },
    { key: "usual", header: t("usual"), cell: ({ usual }) => formatCount(usual, locale), showFrom: "lg" },
    {
      key: "state",
      header: t("state"),
      cell: ({ state, releasedBy }) => t(`states.${state}`, { name: releasedBy ?? "" }),
    },
  ];
  return <DataTable caption={t("runs.title")} columns={columns} rows={runs} keyOf={({ day }) => day} />;
}

/** Only the kinds of which there were some. */
function PerKind({ counts }: Pick<RunView, "counts">) {
  const [t, locale] = [useTranslations("retention"), useLocale()];
  const some = counts.filter(({ due }) => due > 0);
  if (some.length === 0) return t("none");
  return some.map(({ kind, due }) => `${kinds[kind].label[locale]} ${formatCount(due, locale)}`).join(", ");
}
