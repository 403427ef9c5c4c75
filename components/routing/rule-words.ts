import { regimes } from "@/lib/directory/regime";
import { formatDay } from "@/lib/i18n/format";
import type { Label, Locale } from "@/lib/i18n/locale";
import type { Words as AreaWords } from "@/lib/i18n/words";
import type { OfficeRule } from "@/lib/routing/office-rules/rule-set";

export interface RuleNames {
  readonly places: Readonly<Record<string, string>>;
  readonly officers: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, { readonly label: Label }>>;
  readonly locale: Locale;
}

const oldest = 99;

type Words = AreaWords<"routing.rules.words">;

/** A rule as people say it: "van Het Stedelijk, 12 tot en met 15 jaar → M. Jansen". */
export function ruleSentence(rule: OfficeRule, names: RuleNames, t: Words): string {
  const parts = [...whoParts(rule, names, t), ...reportParts(rule, names, t)];
  const when = parts.length === 0 ? t("all") : parts.join(", ");
  const who =
    rule.goesTo.kind === "shared-inbox"
      ? t("inbox")
      : rule.goesTo.officerIds.map((id) => names.officers[id] ?? t("gone")).join(", ");
  return t("arrow", { when: when.charAt(0).toUpperCase() + when.slice(1), who });
}

function whoParts({ when }: OfficeRule, { places }: RuleNames, t: Words): readonly string[] {
  const named = [...(when.schools ?? []), ...(when.locations ?? [])].map((id) => places[id] ?? t("unknown"));
  const ranges = when.postcodes?.map(({ from, to }) => (from === to ? from : `${from}-${to}`)) ?? [];
  return [
    named.length === 0 ? "" : t("places", { list: named.join(", ") }),
    ranges.length === 0 ? "" : t("postcodes", { list: ranges.join(", ") }),
    when.age === undefined ? "" : ageWords(when.age, t),
    when.surname === undefined ? "" : t("surname", when.surname),
    when.levels === undefined ? "" : t("levels", { list: when.levels.join(", ") }),
  ].filter((part) => part !== "");
}

/** The form fills in the youngest or the oldest that there is where somebody left it out. */
function ageWords({ from, to }: NonNullable<OfficeRule["when"]["age"]>, t: Words): string {
  if (to === oldest) return t("ageFrom", { from });
  return from === 0 ? t("ageTo", { to }) : t("age", { from, to });
}

function reportParts({ when }: OfficeRule, { types, locale }: RuleNames, t: Words): readonly string[] {
  return [
    when.regimes?.map((regime) => regimes[regime].label[locale]).join(", ") ?? "",
    when.types?.map((type) => types[type]?.label[locale] ?? type).join(", ") ?? "",
    when.urgent === undefined ? "" : t(when.urgent ? "urgent" : "calm"),
  ].filter((part) => part !== "");
}

export function rulePeriod({ from, until }: OfficeRule, locale: Locale, t: Words): string {
  if (from === null) return until === null ? t("always") : t("upTo", { until: formatDay(until, locale) });
  if (until === null) return t("since", { from: formatDay(from, locale) });
  return t("between", { from: formatDay(from, locale), until: formatDay(until, locale) });
}
