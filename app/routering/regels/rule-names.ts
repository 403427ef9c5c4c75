import { getLocale } from "next-intl/server";
import type { RuleNames } from "@/components/routing/rule-words";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { OfficeRulesView } from "@/lib/routing/views";

export async function ruleNames({ officers, names }: OfficeRulesView): Promise<RuleNames> {
  return {
    places: names,
    officers: Object.fromEntries(officers.map(({ id, name }) => [id, name])),
    types: absenceTypes,
    locale: await getLocale(),
  };
}
