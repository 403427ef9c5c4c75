import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PrintDocument } from "@/components/reports/print-document";
import { PrintedReport } from "@/components/reports/printed-report";
import { listSaid } from "@/lib/conversation/queries/said.server";
import { withWords } from "@/lib/conversation/said";
import { translatorFor } from "@/lib/i18n/translator";
import { printReport } from "@/lib/reports/commands/print-report.server";
import { now as readClock } from "@/lib/shared/clock";
import { readReference } from "@/lib/shared/reference";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { readSchoolViewer } from "../read-report";

type Props = PageProps<"/meldingen/[reference]/afdruk">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reference }, locale] = await Promise.all([params, getLocale()]);
  return { title: translatorFor(locale)("reports.print.title", { reference: readReference(reference) ?? "" }) };
}

export default async function PrintPage({ params }: Props) {
  const { reference } = await params;
  const viewer = await readSchoolViewer(reference, `/meldingen/${reference}/afdruk`);
  const now = readClock();
  const report = await orNotFound(() => printReport(viewer, reference, now));
  const [said, locale] = await Promise.all([listSaid(viewer, [report.id], now), getLocale()]);
  const t = translatorFor(locale);
  const reader = { side: "school", accountId: viewer.accountId, locale } as const;
  const back = { href: `/meldingen/${reference}`, label: t("reports.print.back") };
  return (
    <PrintDocument by={viewer.name} back={back} now={now} t={t} locale={locale}>
      <div className="grid gap-6">
        <PrintedReport report={withWords(report, said)} t={t} reader={reader} now={now} />
      </div>
    </PrintDocument>
  );
}
