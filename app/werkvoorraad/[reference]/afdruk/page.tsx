import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { PrintButton } from "@/components/reports/print-button";
import { PrintedReport } from "@/components/reports/printed-report";
import { TextLink } from "@/components/ui/text-link";
import { casePath } from "@/lib/casework/inbox-address";
import { formatMoment } from "@/lib/i18n/format";
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
  const locale = await getLocale();
  const t = translatorFor(locale);
  return (
    <main
      id="inhoud"
      className="mx-auto grid max-w-form gap-6 bg-paper px-4 py-8 text-ink sm:px-10 print:max-w-none print:p-0"
    >
      <div className="flex flex-wrap items-center gap-4 print:hidden">
        <PrintButton>{t("reports.print.button")}</PrintButton>
        <TextLink href={casePath(report.reference)}>{t("reports.print.back")}</TextLink>
      </div>
      <PrintedReport
        report={{ ...report, timeline: report.timeline.map(({ event }) => ({ event, note: null })) }}
        t={t}
        reader={{ side: "office", accountId: viewer.accountId, locale }}
        now={now}
      />
      <footer className="grid gap-1 border-t border-line pt-3 text-sm text-ink-soft">
        <p>{t("reports.print.printedBy", { name: viewer.name, moment: formatMoment(now.at, locale) })}</p>
        <p>{t("reports.print.confidential")}</p>
      </footer>
    </main>
  );
}
