import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { SelectField, type SelectOption } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatMonth } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { valuesOf } from "@/lib/statistics/breakdowns";
import { firstDayOf } from "@/lib/statistics/period";
import { type Gathering, gatherings } from "@/lib/statistics/silent";

interface SilentFormProps {
  readonly path: string;
  readonly months: readonly string[];
  readonly regions: readonly SelectOption[];
  readonly chosen: { readonly month: string; readonly region: string; readonly sector: string; readonly by: Gathering };
}

export function SilentForm({ path, months, regions, chosen }: SilentFormProps) {
  const [t, locale] = [useTranslations("figures.silent"), useLocale()];
  return (
    <Card>
      <form
        action={path}
        method="get"
        className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_1fr_auto]"
      >
        <SelectField
          name="maand"
          label={t("month")}
          defaultValue={chosen.month}
          options={months.map((month) => ({ value: month, label: formatMonth(firstDayOf(month), locale) }))}
        />
        <SelectField
          name="regio"
          label={t("region")}
          defaultValue={chosen.region}
          options={[{ value: "alle", label: t("whole") }, ...regions]}
        />
        <SelectField
          name="soort"
          label={t("sector")}
          prompt={t("allSectors")}
          defaultValue={chosen.sector}
          options={valuesOf("sector").map(({ code, label }) => ({ value: code, label: label[locale] }))}
        />
        <SelectField
          name="per"
          label={t("by")}
          defaultValue={chosen.by}
          options={gatherings.map((value) => ({ value, label: t(`gatherings.${value}`) }))}
        />
        <div>
          <SubmitButton look="secondary">{t("show")}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
