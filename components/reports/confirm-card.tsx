import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Translate } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";

interface ConfirmCardProps {
  readonly report: Pick<ReportView, "reference" | "version" | "allows" | "contact">;
  readonly action: (form: FormData) => Promise<void>;
  readonly t: Translate;
}

/** The office wrote down what the school said on the telephone; one click says that it is right. */
export function ConfirmCard({ report, action, t }: ConfirmCardProps) {
  if (!report.allows.confirm) return null;
  return (
    <div className="print:hidden">
      <Card title={{ id: "bevestigen", text: t("reports.confirm.title") }} edge="attention">
        <p className="text-sm text-ink-soft">{t("reports.confirm.lead", { caller: report.contact.name })}</p>
        <form action={action}>
          <input type="hidden" name="reference" value={report.reference} />
          <input type="hidden" name="version" value={report.version} />
          <SubmitButton pendingText={t("reports.form.busy")}>{t("reports.confirm.button")}</SubmitButton>
        </form>
        <p className="text-sm text-ink-soft">{t("reports.confirm.else")}</p>
      </Card>
    </div>
  );
}
