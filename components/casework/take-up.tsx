import { useLocale } from "next-intl";
import { takeUpAction } from "@/app/werkvoorraad/actions";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { ReportView } from "@/lib/reports/views";
import { ActForm } from "./act-form";
import { actText } from "./act-text";

interface TakeUpProps {
  readonly report: Pick<ReportView, "reference" | "version" | "status" | "allows">;
}

/** One press, and the report is one's own. */
export function TakeUp({ report: { reference, version, status, allows } }: TakeUpProps) {
  const t = useTranslations("inbox.acts");
  const locale = useLocale();
  return (
    <div id="oppakken" className={allows.take ? undefined : "contents"}>
      <ActForm
        id="oppakken"
        action={takeUpAction}
        given={{ reference, version: String(version) }}
        fields={[]}
        button={status === "noted" ? t("take.again") : t("take.title")}
        text={actText(t, locale)}
        isGone={!allows.take}
      />
    </div>
  );
}
