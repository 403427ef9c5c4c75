import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import { regimes } from "@/lib/directory/regime";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { UnroutableLine } from "@/lib/routing/views";
import { schoolOf, typeLabel } from "./unroutable-list";
import { useWhy } from "./why";

export function UnroutableFacts({ report }: { readonly report: UnroutableLine }) {
  const t = useTranslations("routing");
  const locale = useLocale();
  const why = useWhy();
  return (
    <Card title={{ id: "bekend", text: t("page.facts") }}>
      <SummaryList
        rows={[
          { term: t("school"), value: schoolOf(report) },
          { term: t("type"), value: typeLabel(report.type, locale) },
          { term: t("regime"), value: regimes[report.regime].label[locale] },
          { term: t("why"), value: why(report) },
        ]}
      />
      <p className="text-sm text-ink-soft">{t("page.factsText")}</p>
    </Card>
  );
}
