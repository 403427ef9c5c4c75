import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Details } from "@/components/ui/details";
import { SelectField, type SelectOption } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Label, Locale } from "@/lib/i18n/locale";
import { useTranslations } from "@/lib/i18n/use-translations";
import { charts, choosePath } from "@/lib/statistics/address";
import { breakdownCodes, breakdowns, valuesOf } from "@/lib/statistics/breakdowns";
import { levels } from "@/lib/statistics/levels";
import { measureCodes, measures } from "@/lib/statistics/measures";
import { rowHeader } from "@/lib/statistics/row-header";
import type { PlaceChoice } from "@/lib/statistics/views";

interface ChooseFormProps {
  /** What stands in the fields, by name. */
  readonly chosen: Readonly<Record<string, string | readonly string[]>>;
  readonly places: readonly PlaceChoice[];
  /** School years and months, the newest first. */
  readonly periods: readonly SelectOption[];
  readonly rows: readonly Parameters<typeof rowHeader>[0][];
  readonly mayOwn: boolean;
}

/** A plain form that makes an address: what is chosen can be kept as a bookmark and sent to a colleague. */
export function ChooseForm(props: ChooseFormProps) {
  const [t, locale] = [useTranslations("figures.choose"), useLocale()];
  const { chosen, mayOwn } = props;
  return (
    <Card title={{ id: "keuze", text: t("form") }} spacing="wide">
      <form action={choosePath} method="get" className="grid gap-5">
        <ChoiceGroup
          kind="radio"
          name="over"
          label={t("about")}
          columns={2}
          chosen={[chosen["over"] ?? ""].flat()}
          choices={[...(mayOwn ? [{ value: "own", label: t("own") }] : []), { value: "others", label: t("others") }]}
        />
        <ChoiceGroup
          kind="checkbox"
          name="cijfer"
          label={t("measures")}
          columns={2}
          chosen={[chosen["cijfer"] ?? []].flat()}
          choices={measureCodes.map((code) => ({ value: code, label: measures[code].label[locale] }))}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <WhatFields {...props} />
          <HowFields {...props} />
        </div>
        {mayOwn ? <OnlyFields chosen={chosen} /> : null}
        <div>
          <SubmitButton>{t("show")}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

const textOf = (value: string | readonly string[] | undefined) => (typeof value === "string" ? value : undefined);

/** Which reports are counted. */
function WhatFields({ chosen, places, periods }: ChooseFormProps) {
  const [t, locale] = [useTranslations("figures.choose"), useLocale()];
  return (
    <>
      <SelectField
        name="plaats"
        label={t("place")}
        hint={t("placeHint")}
        defaultValue={textOf(chosen["plaats"])}
        options={places.map(({ place, label }) => ({
          value: `${place.level}:${place.code}`,
          label: placeName(place.level, label, locale),
        }))}
      />
      <SelectField name="periode" label={t("period")} defaultValue={textOf(chosen["periode"])} options={periods} />
    </>
  );
}

/** Which of the own reports are counted; each choice may stay open. */
function OnlyFields({ chosen }: Pick<ChooseFormProps, "chosen">) {
  const [t, locale] = [useTranslations("figures.choose"), useLocale()];
  const kinds = [chosen["alleen"] ?? []].flat();
  return (
    <Details summary={t("only")} isOpen={kinds.some((kind) => kind !== "")}>
      <p className="text-ink-soft">{t("onlyHint")}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        {breakdownCodes.map((breakdown) => (
          <SelectField
            key={breakdown}
            name="alleen"
            id={`alleen-${breakdown}`}
            label={breakdowns[breakdown].label[locale]}
            prompt={t("onlyAll")}
            defaultValue={kinds.find((kind) => kind.startsWith(`${breakdown}:`))}
            options={valuesOf(breakdown).map(({ code, label }) => ({
              value: `${breakdown}:${code}`,
              label: label[locale],
            }))}
          />
        ))}
      </div>
    </Details>
  );
}

/** How the figures are laid out. */
function HowFields({ chosen, rows }: ChooseFormProps) {
  const [t, locale] = [useTranslations("figures.choose"), useLocale()];
  const columns = breakdownCodes.map((code) => ({ value: code, label: breakdowns[code].label[locale] }));
  return (
    <>
      <SelectField
        name="rijen"
        label={t("rows")}
        defaultValue={textOf(chosen["rijen"])}
        options={rows.map((row) => ({ value: row, label: rowHeader(row, locale) }))}
      />
      <SelectField
        name="kolommen"
        label={t("columns")}
        defaultValue={textOf(chosen["kolommen"])}
        options={[{ value: "measures", label: t("columnsMeasures") }, ...columns]}
      />
      <SelectField
        name="volgorde"
        label={t("sort")}
        defaultValue={textOf(chosen["volgorde"])}
        options={[
          { value: "name", label: t("sortName") },
          { value: "most", label: t("sortMost") },
        ]}
      />
      <SelectField
        name="beeld"
        label={t("chart")}
        defaultValue={textOf(chosen["beeld"])}
        options={charts.map((chart) => ({ value: chart, label: t(`charts.${chart}`) }))}
      />
    </>
  );
}

function placeName(level: PlaceChoice["place"]["level"], label: Label, locale: Locale): string {
  return level === "country" ? label[locale] : `${levels[level].label[locale]}: ${label[locale]}`;
}
