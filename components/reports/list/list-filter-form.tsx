import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceCard } from "@/components/ui/choice-group";
import { DateField } from "@/components/ui/date-field";
import { Details } from "@/components/ui/details";
import { SelectField, type SelectOption } from "@/components/ui/field";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";

interface ListFilterFormProps {
  /** What is chosen, by the names in the address. */
  readonly chosen: Readonly<Record<FilterName, string>>;
  readonly options: Readonly<Record<Choosable, readonly SelectOption[]>>;
  readonly isNarrowed: boolean;
  /** The same view without any filter. */
  readonly clearHref: string;
  /** To keep what is chosen. */
  readonly keep: ReactNode;
}

type Choosable = "soort" | "instelling" | "vestiging" | "ambtenaar" | "volgorde";

export type FilterName = Choosable | "toon" | "van" | "tot" | "sinds" | "zonder-reactie" | "ongelezen" | "volgt";

/** Narrows and orders the list; a plain form whose choices stand in the address, none of which names a student. */
export function ListFilterForm({ chosen, options, isNarrowed, clearHref, keep }: ListFilterFormProps) {
  const t = useTranslations("myReports.filter");
  const select = (name: keyof typeof options) => (
    <SelectField
      name={name}
      label={t(name)}
      options={options[name]}
      defaultValue={chosen[name]}
      {...(name === "volgorde" ? {} : { prompt: t("any") })}
    />
  );
  return (
    <div className="print:hidden">
      <Details summary={t("title")} isOpen={isNarrowed}>
        <form action="/meldingen" method="get" className="grid gap-4">
          <input type="hidden" name="toon" value={chosen.toon} />
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {select("soort")}
            {options.instelling.length > 1 ? select("instelling") : null}
            {options.vestiging.length > 1 ? select("vestiging") : null}
            {select("ambtenaar")}
            <DateField name="van" label={t("van")} hint={t("dayHint")} defaultValue={chosen.van} />
            <DateField name="tot" label={t("tot")} hint={t("dayHint")} defaultValue={chosen.tot} />
            {chosen.toon === "open" ? (
              <input type="hidden" name="sinds" value={chosen.sinds} />
            ) : (
              <DateField name="sinds" label={t("sinds")} hint={t("dayHint")} defaultValue={chosen.sinds} />
            )}
            {select("volgorde")}
          </div>
          <div className="grid gap-2.5 sm:grid-cols-2">
            {(["zonder-reactie", "ongelezen", "volgt"] as const).map((name) => (
              <ChoiceCard
                key={name}
                kind="checkbox"
                id={name}
                name={name}
                value="ja"
                label={t(name)}
                isChosen={chosen[name] === "ja"}
              />
            ))}
          </div>
          <div className="flex flex-wrap items-center gap-4">
            <Button type="submit">{t("apply")}</Button>
            {isNarrowed ? <TextLink href={clearHref}>{t("clear")}</TextLink> : null}
          </div>
        </form>
        {keep}
      </Details>
    </div>
  );
}
