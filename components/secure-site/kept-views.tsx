import { dropViewAction } from "@/app/beveiligd/cijfers/actions";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";
import { chooseAddress } from "@/lib/statistics/address";
import type { KeptView } from "@/lib/statistics/views";

/** What one keeps and what colleagues share, by name. */
export function KeptViews({ views }: { readonly views: readonly KeptView[] }) {
  const t = useTranslations("figures.keep");
  if (views.length === 0) return null;
  return (
    <Card title={{ id: "bewaard", text: t("kept") }}>
      <ul className="grid gap-1">
        {views.map(({ id, name, isOwn, isShared, selection, chart }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <TextLink href={chooseAddress(selection, chart)}>{name}</TextLink>
            {isShared ? <StatusTag>{isOwn ? t("isShared") : t("ofColleague")}</StatusTag> : null}
            {isOwn ? (
              <form action={dropViewAction}>
                <input type="hidden" name="id" value={id} />
                <Button type="submit" look="plain" size="small">
                  {t("drop")}
                  <span className="sr-only">: {name}</span>
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
