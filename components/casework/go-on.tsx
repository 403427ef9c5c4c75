import { useLocale } from "next-intl";
import { resumeClockAction } from "@/app/werkvoorraad/actions";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { ReportView } from "@/lib/reports/views";
import { ActForm } from "./act-form";
import { actText } from "./act-text";

/** One press, and the clock that stood still goes on. */
export function GoOn({ report }: { readonly report: Pick<ReportView, "reference" | "version" | "allows"> }) {
  const [t, acts, locale] = [useTranslations("clock.acts"), useTranslations("inbox.acts"), useLocale()];
  return (
    <ActForm
      id="verder"
      action={resumeClockAction}
      given={{ reference: report.reference, version: String(report.version) }}
      fields={[]}
      button={t("resume")}
      look="secondary"
      text={actText(acts, locale)}
      isGone={!report.allows.resume}
    />
  );
}
