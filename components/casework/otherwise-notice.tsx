import { Notice } from "@/components/ui/notice";
import type { Otherwise } from "@/lib/casework/full-receipt";
import { useTranslations } from "@/lib/i18n/use-translations";

/** A hint, and no more: a report never moves because a rule changed. */
export function OtherwiseNotice({ otherwise }: { readonly otherwise: Otherwise }) {
  const t = useTranslations("inbox.why.otherwise");
  return (
    <Notice tone="warning" title={t("title")}>
      <p>
        {otherwise.kind === "nowhere" ? t("nowhere") : t(otherwise.kind, { name: otherwise.name })} {t("stays")}
      </p>
    </Notice>
  );
}
