import { useTranslations } from "@/lib/i18n/use-translations";

export function DemoBanner() {
  const t = useTranslations("common.demo");
  return (
    <p className="max-w-none border-b border-line bg-attention-wash px-4 py-1.5 text-center text-sm text-ink sm:px-6">
      <strong className="text-attention">{t("label")}.</strong> {t("text")}
    </p>
  );
}
