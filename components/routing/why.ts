import { useLocale, useTranslations } from "next-intl";
import type { UnroutableLine } from "@/lib/routing/views";
import { whyLabels } from "@/lib/routing/why-labels";

/** Why a report has no office, as a line of a table. */
export function useWhy(): (line: UnroutableLine) => string {
  const t = useTranslations("routing");
  const locale = useLocale();
  return ({ why, municipality }) =>
    municipality === null ? whyLabels[why][locale] : t("whyNoOffice", { municipality });
}
