import { useLocale } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { News } from "@/lib/deliveries/views";
import { useTranslations } from "@/lib/i18n/use-translations";

/** What lies ready and was not taken yet: how many, and never who. */
export function NewsNotice({ news }: { readonly news: readonly News[] }) {
  const [t, locale] = [useTranslations("deliveries.news"), useLocale()];
  if (news.length === 0) return null;
  return (
    <Notice title={t("title")}>
      <ul className="grid gap-1">
        {news.map(({ id, title, newCount, backCount }) => (
          <li key={id}>
            <TextLink href={`/beveiligd/leveringen/${id}`}>{title[locale]}</TextLink>
            {newCount + backCount === 0 ? null : `: ${t("counts", { newCount, backCount })}`}
          </li>
        ))}
      </ul>
      <p>
        <TextLink href="/beveiligd/leveringen">{t("open")}</TextLink>
      </p>
    </Notice>
  );
}
