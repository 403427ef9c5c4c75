import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { PrintDocument } from "@/components/reports/print-document";
import { PrintedReport } from "@/components/reports/printed-report";
import { casePath } from "@/lib/casework/inbox-address";
import { listSaid } from "@/lib/conversation/queries/said.server";
import { withWords } from "@/lib/conversation/said";
import { translatorFor } from "@/lib/i18n/translator";
import { printReport } from "@/lib/reports/commands/print-report.server";
import { now as readClock } from "@/lib/shared/clock";
import { readReference } from "@/lib/shared/reference";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";

type Props = PageProps<"/werkvoorraad/[reference]/afdruk">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reference }, locale] = await Promise.all([params, getLocale()]);
  return { title: translatorFor(locale)("reports.print.title", { reference: readReference(reference) ?? "" }) };
}

/** The report as a document. Notes that only the office reads stay inside: paper goes on to others. */
export default async function CasePrintPage({ params }: Props) {
  const { reference } = await params;
  const viewer = await pageViewer(`${casePath(reference)}/afdruk`);
  if (viewer.kind === "school") redirect(`/meldingen/${reference}/afdruk`);
  if (viewer.kind !== "office") notFound();
  const now = readClock();
  const report = await orNotFound(() => printReport(viewer, reference, now));
  const [said, locale] = await Promise.all([listSaid(viewer, [report.id], now), getLocale()]);
  const t = translatorFor(locale);
  const withoutNotes = { ...report, timeline: report.timeline.map(({ event }) => ({ event, note: null })) };
  return (
    <PrintDocument
      by={viewer.name}
      back={{ href: casePath(report.reference), label: t("reports.print.back") }}
      now={now}
      t={t}
      locale={locale}
    >
      <div className="grid gap-6">
        <PrintedReport
          report={withWords(withoutNotes, said)}
          t={t}
          reader={{ side: "office", accountId: viewer.accountId, locale }}
          now={now}
        />
      </div>
    </PrintDocument>
  );
}
