import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Chart } from "@/lib/statistics/address";
import { rowHeader } from "@/lib/statistics/row-header";
import type { FigureView } from "@/lib/statistics/views";
import { FigureChart } from "./figure-chart";
import { CoverageNote, Definitions, SignNotes } from "./figure-notes";
import { FigureTable } from "./figure-table";

interface FigureCardProps {
  readonly id: string;
  readonly title: string;
  readonly chart: Chart;
  readonly view: FigureView;
  /** Where this view can be changed and taken along. */
  readonly href: string;
}

/** One ready-made view: the picture, the figures and what they mean. */
export function FigureCard({ id, title, chart, view, href }: FigureCardProps) {
  const [t, locale] = [useTranslations("figures"), useLocale()];
  const table = <FigureTable caption={title} rowHeader={rowHeader(view.selection.rows, locale)} table={view.table} />;
  return (
    <Card
      title={{ id, text: title }}
      beside={
        <TextLink href={href}>
          {t("open")}
          <span className="sr-only">: {title}</span>
        </TextLink>
      }
    >
      <p className="text-sm text-ink-soft">
        {view.placeName === null ? t("aboutOwn") : t("aboutPlace", { place: view.placeName[locale] })}
      </p>
      <FigureChart kind={chart} label={title} table={view.table} />
      {chart === "none" ? table : <Details summary={t("asTable")}>{table}</Details>}
      <SignNotes view={view} />
      {view.coverage === null ? null : <CoverageNote coverage={view.coverage} />}
      <Definitions view={view} />
    </Card>
  );
}
