import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Chart } from "@/lib/statistics/address";
import { rowHeader } from "@/lib/statistics/row-header";
import { titleOf } from "@/lib/statistics/title";
import type { FigureView } from "@/lib/statistics/views";
import { FigureChart } from "./figure-chart";
import { FigureNotes } from "./figure-notes";
import { FigureTable } from "./figure-table";

interface FigureResultProps {
  readonly view: FigureView;
  readonly chart: Chart;
  /** What can be done with it: keep it, take it along. */
  readonly children?: ReactNode;
  /** Where the cases behind a row can be read. */
  readonly linkOf?: (code: string) => string | null;
}

/** What was chosen, with its title in words. */
export function FigureResult({ view, chart, children, linkOf }: FigureResultProps) {
  const [t, locale] = [useTranslations("figures"), useLocale()];
  const title = titleOf(view, locale);
  if (view.table.rows.length === 0) return <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>;
  return (
    <Card title={{ id: "cijfers", text: title }}>
      <FigureChart kind={chart} label={title} table={view.table} />
      <FigureTable
        caption={title}
        rowHeader={rowHeader(view.selection.rows, locale)}
        table={view.table}
        {...(linkOf === undefined ? {} : { linkOf })}
      />
      <FigureNotes view={view} />
      {children}
    </Card>
  );
}
