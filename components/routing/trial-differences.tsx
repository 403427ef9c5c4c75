import { useLocale } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { TrialDifference, TrialStep } from "@/lib/routing/trial";
import { takerLabels } from "@/lib/routing/trial-labels";

interface TrialDifferencesProps {
  readonly differences: readonly TrialDifference[];
  /** By id, of the rules of both versions. */
  readonly ruleNames: Readonly<Record<"before" | "after", Readonly<Record<string, string>>>>;
  readonly pathOf: (reference: string) => string;
}

export function TrialDifferences({ differences, ruleNames, pathOf }: TrialDifferencesProps) {
  const t = useTranslations("routing.trial");
  const columns: readonly Column<TrialDifference>[] = [
    { key: "report", header: t("report"), cell: ({ reference }) => reference, namesRow: true },
    { key: "now", header: t("now"), cell: ({ before }) => <Step step={before} names={ruleNames.before} /> },
    { key: "then", header: t("then"), cell: ({ after }) => <Step step={after} names={ruleNames.after} /> },
  ];
  return (
    <DataTable
      caption={t("differencesCaption")}
      columns={columns}
      rows={differences}
      keyOf={({ reference }) => reference}
      linkOf={({ reference }) => pathOf(reference)}
    />
  );
}

interface StepProps {
  readonly step: TrialStep;
  readonly names: Readonly<Record<string, string>>;
}

function Step({ step: { taker, rule, officeRuleId }, names }: StepProps) {
  const [t, locale] = [useTranslations("routing.trial"), useLocale()];
  const name = officeRuleId === null ? undefined : names[officeRuleId];
  const why = name === undefined ? takerLabels[rule]?.[locale] : t("by", { name });
  return (
    <>
      {taker?.name ?? t("inbox")}
      {why === undefined ? null : <span className="block text-sm text-ink-soft wrap-anywhere">{why}</span>}
    </>
  );
}
