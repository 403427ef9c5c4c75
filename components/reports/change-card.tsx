import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Translate } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";

/** What the school can still do with its own report. Nothing, for who may only read. */
export function ChangeCard({ report, t }: { readonly report: ReportView; readonly t: Translate }) {
  const { allows, reference } = report;
  if (!(allows.correct || allows.withdraw)) return null;
  return (
    <div className="print:hidden">
      <Card title={{ id: "veranderen", text: t("reports.page.change") }}>
        <div className="flex flex-wrap gap-2.5">
          {allows.correct ? (
            <ButtonLink href={`/meldingen/${reference}/aanpassen`}>{t("reports.page.correct")}</ButtonLink>
          ) : null}
          {allows.withdraw ? (
            <ButtonLink href={`/meldingen/${reference}/intrekken`}>{t("reports.page.withdraw")}</ButtonLink>
          ) : null}
        </div>
      </Card>
    </div>
  );
}
