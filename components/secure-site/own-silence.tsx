import { useLocale } from "next-intl";
import { sayQuietAction } from "@/app/beveiligd/cijfers/niet-gemeld/actions";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMonth } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { firstDayOf } from "@/lib/statistics/period";
import type { SilentLocation } from "@/lib/statistics/silent";
import { SilenceTag } from "./silent-table";

interface OwnSilenceProps {
  readonly months: readonly { readonly month: string; readonly rows: readonly SilentLocation[] }[];
}

/** The own locations in the last months, with a button where nothing was heard. */
export function OwnSilence({ months }: OwnSilenceProps) {
  const [t, locale] = [useTranslations("figures.silent"), useLocale()];
  if (months.every(({ rows }) => rows.length === 0)) return <EmptyState title={t("noneOwn")} />;
  return months.map(({ month, rows }) => {
    const name = formatMonth(firstDayOf(month), locale);
    return (
      <Card key={month} title={{ id: `maand-${month}`, text: name }}>
        <ul className="grid gap-2">
          {rows.map(({ locationId, location, state }) => (
            <li key={locationId} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="min-w-60">{location}</span>
              <SilenceTag state={state} />
              {state === "silent" ? (
                <form action={sayQuietAction}>
                  <input type="hidden" name="locationId" value={locationId} />
                  <input type="hidden" name="month" value={month} />
                  <Button type="submit" size="small">
                    {t("say")}
                    <span className="sr-only"> {t("sayAbout", { month: name, location })}</span>
                  </Button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
    );
  });
}
