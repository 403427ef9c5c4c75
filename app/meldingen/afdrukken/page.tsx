import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { listRow } from "@/components/reports/list-row";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { translatorFor } from "@/lib/i18n/translator";
import { listReports } from "@/lib/reports/queries.server";
import type { ReportLine } from "@/lib/reports/views";
import { now as readClock } from "@/lib/shared/clock";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { listAddress, readListAddress } from "../list-address";
import { filterOf } from "../list-choices";

const path = "/meldingen/afdrukken";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myReports.print"))("title") };
}

/** Which reports of the list go on paper: all that it shows, or some of them. */
export default async function ChoosePrintsPage({ searchParams }: PageProps<"/meldingen/afdrukken">) {
  const viewer = await pageViewer("/meldingen");
  if (viewer.kind !== "school") notFound();
  const query = await searchParams;
  const { cursor, ...wish } = readListAddress(query);
  const now = readClock();
  const [{ rows }, shell, locale] = await Promise.all([
    listReports(viewer, now, { ...filterOf(viewer, wish), cursor }),
    shellProps(viewer, path),
    getLocale(),
  ]);
  const t = translatorFor(locale);
  const back = listAddress(wish, cursor);
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={t("common.breadcrumb")}
        crumbs={[{ label: t("reports.page.crumb"), href: back }, { label: t("myReports.print.title") }]}
      />
      <PageHeading title={t("myReports.print.title")} lead={t("myReports.print.lead")} />
      {query["gekozen"] === "geen" ? (
        <Notice tone="warning" title={t("myReports.print.noneChosen")} takesFocus={true} />
      ) : null}
      {rows.length === 0 ? (
        <EmptyState
          title={t("myReports.filter.nothingTitle")}
          action={<ButtonLink href={back}>{t("reports.page.crumb")}</ButtonLink>}
        >
          {t("myReports.filter.nothingText")}
        </EmptyState>
      ) : (
        <PrintForms rows={rows} telling={{ t, locale, now }} />
      )}
    </PageShell>
  );
}

interface PrintFormsProps {
  readonly rows: readonly ReportLine[];
  readonly telling: Parameters<typeof listRow>[1];
}

function PrintForms({ rows, telling }: PrintFormsProps) {
  const { t } = telling;
  return (
    <>
      <form action="/meldingen/afdruk" method="get" target="_blank" rel="noopener">
        {rows.map(({ reference }) => (
          <input key={reference} type="hidden" name="melding" value={reference} />
        ))}
        <Button type="submit" look="main">
          {t("myReports.print.all", { count: rows.length })}
          <span className="sr-only"> ({t("reports.page.printNewTab")})</span>
        </Button>
      </form>
      <form action="/meldingen/afdruk" method="get" target="_blank" rel="noopener">
        <Card>
          <ChoiceGroup
            kind="checkbox"
            name="melding"
            label={t("myReports.print.choose")}
            choices={rows.map((line) => {
              const { student, group, type, firstDay } = listRow(line, telling);
              const hint = [group, type, firstDay, line.reference].filter((part) => part !== "").join(" · ");
              return { value: line.reference, label: student, hint };
            })}
          />
          <div>
            <Button type="submit">
              {t("myReports.print.chosen")}
              <span className="sr-only"> ({t("reports.page.printNewTab")})</span>
            </Button>
          </div>
        </Card>
      </form>
    </>
  );
}
