import { useLocale } from "next-intl";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { UnroutableLine } from "@/lib/routing/views";
import { whyLabels } from "@/lib/routing/why-labels";

/** Why a report has no office, as a line of a table. */
export function useWhy(): (line: UnroutableLine) => string {
  const t = useTranslations("routing");
  const locale = useLocale();
  return ({ why, municipality }) =>
    municipality === null ? whyLabels[why][locale] : t("whyNoOffice", { municipality });
}
