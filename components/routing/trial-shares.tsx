import { useLocale } from "next-intl";
import { classes } from "@/components/ui/classes";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { TrialShare } from "@/lib/routing/trial";

/** Who gets more and who less: the numbers, and two bars for each for whoever would rather look. */
export function TrialShares({ shares }: { readonly shares: readonly TrialShare[] }) {
  const [t, locale] = [useTranslations("routing.trial"), useLocale()];
  const most = Math.max(1, ...shares.map(({ before, after }) => Math.max(before, after)));
  const columns: readonly Column<TrialShare>[] = [
    { key: "who", header: t("who"), cell: ({ taker }) => taker?.name ?? t("inbox"), namesRow: true },
    { key: "now", header: t("now"), align: "end", cell: ({ before }) => formatNumber(before, locale) },
    { key: "then", header: t("then"), align: "end", cell: ({ after }) => formatNumber(after, locale) },
    {
      key: "change",
      header: t("change"),
      align: "end",
      cell: ({ before, after }) => signed(after - before, formatNumber(Math.abs(after - before), locale)),
    },
    { key: "picture", header: t("picture"), cell: (share) => <Bars share={share} most={most} /> },
  ];
  return (
    <DataTable
      caption={t("sharesCaption")}
      columns={columns}
      rows={shares}
      keyOf={({ taker }) => taker?.id ?? "shared-inbox"}
    />
  );
}

function signed(change: number, size: string): string {
  if (change === 0) return size;
  return change > 0 ? `+${size}` : `−${size}`;
}

interface BarsProps {
  readonly share: TrialShare;
  readonly most: number;
}

function Bars({ share: { before, after }, most }: BarsProps) {
  return (
    <span aria-hidden="true" className="grid gap-1 sm:w-[24vw] sm:max-w-80">
      <Bar share={before / most} look="bg-line-field" />
      <Bar share={after / most} look="bg-brand" />
    </span>
  );
}

function Bar({ share, look }: { readonly share: number; readonly look: string }) {
  return (
    <span
      className={classes("block h-2 rounded-full forced-colors:bg-[CanvasText]", look)}
      style={{ width: `${share * 100}%` }}
    />
  );
}
