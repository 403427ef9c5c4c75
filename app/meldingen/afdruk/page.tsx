import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { PrintDocument } from "@/components/reports/print-document";
import { PrintedReport } from "@/components/reports/printed-report";
import { listSaid } from "@/lib/conversation/queries/said.server";
import { withWords } from "@/lib/conversation/said";
import { translatorFor } from "@/lib/i18n/translator";
import { printReports } from "@/lib/reports/commands/print-report.server";
import { now as readClock } from "@/lib/shared/clock";
import { readReference } from "@/lib/shared/reference";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { getTranslations } from "@/lib/web/words.server";
import { mostPrinted } from "../list-address";

type Props = PageProps<"/meldingen/afdruk">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myReports.print"))("title") };
}

/** More than one report on paper, each on a page of its own. */
export default async function PrintPage({ searchParams }: Props) {
  const viewer = await pageViewer("/meldingen");
  if (viewer.kind !== "school") notFound();
  const chosen = [(await searchParams)["melding"] ?? []].flat().filter((text) => readReference(text) !== null);
  if (chosen.length === 0) redirect("/meldingen/afdrukken?gekozen=geen");
  const now = readClock();
  const reports = await orNotFound(() => printReports(viewer, chosen.slice(0, mostPrinted), now));
  const ids = reports.map(({ id }) => id);
  const [said, locale] = await Promise.all([listSaid(viewer, ids, now), getLocale()]);
  const t = translatorFor(locale);
  const reader = { side: "school", accountId: viewer.accountId, locale } as const;
  const back = { href: "/meldingen", label: t("myReports.print.back") };
  return (
    <PrintDocument by={viewer.name} back={back} now={now} t={t} locale={locale}>
      {reports.map((report) => (
        <article
          key={report.reference}
          className="grid gap-6 not-first-of-type:border-t-2 not-first-of-type:border-line not-first-of-type:pt-8 print:not-first-of-type:break-before-page print:not-first-of-type:border-0"
        >
          <PrintedReport report={withWords(report, said)} t={t} reader={reader} now={now} />
        </article>
      ))}
    </PrintDocument>
  );
}
