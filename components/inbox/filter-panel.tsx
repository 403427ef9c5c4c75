import { useLocale } from "next-intl";
import { keepInboxViewAction } from "@/app/werkvoorraad/actions";
import { Button } from "@/components/ui/button";
import { ChoiceCard } from "@/components/ui/choice-group";
import { DateField } from "@/components/ui/date-field";
import { Details } from "@/components/ui/details";
import { SelectField, type SelectOption } from "@/components/ui/field";
import { KeepViewFields } from "@/components/views/keep-view-fields";
import type { FilterChoices } from "@/lib/casework/filter-views";
import type { InboxView } from "@/lib/casework/inbox";
import { inboxQuery } from "@/lib/casework/inbox-address";
import { type InboxFilter, isNarrowed, nobody, statusesIn, writeInboxFilter } from "@/lib/casework/inbox-filter";
import { regimes } from "@/lib/directory/regime";
import type { Locale } from "@/lib/i18n/locale";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Words } from "@/lib/i18n/words";
import { absenceTypes } from "@/lib/reports/absence-types";
import { statuses } from "@/lib/timeline/statuses";

interface FilterPanelProps {
  readonly view: InboxView;
  readonly filter: InboxFilter;
  readonly choices: FilterChoices;
}

/** Narrows the list; a plain form whose choices stand in the address, none of which names a student. */
export function FilterPanel({ view, filter, choices }: FilterPanelProps) {
  const t = useTranslations("inboxTools.filter");
  const locale = useLocale();
  const chosen = writeInboxFilter(filter);
  const selects = selectsOf(view, choices, { t, locale });
  return (
    <section
      aria-label={t("title")}
      className="grid gap-5 rounded-xl border border-line bg-paper p-4 sm:p-5 print:hidden"
    >
      <form action="/werkvoorraad" method="get" className="grid gap-4">
        <input type="hidden" name="lijst" value={view} />
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {selects.map(({ name, choices: found }) => (
            <SelectField
              key={name}
              name={name}
              label={t(`names.${name}`)}
              prompt={t("any")}
              options={found}
              defaultValue={chosen[name] ?? ""}
            />
          ))}
          {(["van", "tot"] as const).map((name) => (
            <DateField
              key={name}
              name={name}
              label={t(`names.${name}`)}
              hint={t("dayHint")}
              defaultValue={chosen[name] ?? ""}
            />
          ))}
        </div>
        <div className="grid gap-2.5 sm:grid-cols-3">
          {(["spoed", "ongelezen", "wacht", "volgt"] as const).map((name) => (
            <ChoiceCard
              key={name}
              kind="checkbox"
              id={name}
              name={name}
              value="ja"
              label={t(`names.${name}`)}
              isChosen={chosen[name] !== undefined}
            />
          ))}
        </div>
        <div>
          <Button type="submit" look="main">
            {t("apply")}
          </Button>
        </div>
      </form>
      {isNarrowed(filter) ? <KeepThisView view={view} filter={filter} /> : null}
    </section>
  );
}

interface Select {
  readonly name: "school" | "soort" | "gemeente" | "plicht" | "bij" | "status";
  readonly choices: readonly SelectOption[];
}

interface Telling {
  readonly t: Words<"inboxTools.filter">;
  readonly locale: Locale;
}

function selectsOf(view: InboxView, choices: FilterChoices, { t, locale }: Telling): readonly Select[] {
  const ofStatus = statusesIn(view).map((status) => ({ value: status, label: statuses[status].label[locale] }));
  const asked: readonly Select[] = [
    { name: "school", choices: schoolOptions(choices.schools, t) },
    {
      name: "soort",
      choices: Object.entries(absenceTypes).map(([value, { label }]) => ({ value, label: label[locale] })),
    },
    { name: "gemeente", choices: choices.municipalities.map(({ code, name }) => ({ value: code, label: name })) },
    { name: "plicht", choices: Object.entries(regimes).map(([value, { label }]) => ({ value, label: label[locale] })) },
    { name: "bij", choices: officerOptions(choices.officers, t) },
    { name: "status", choices: ofStatus },
  ];
  // Whoever works with one municipality has nothing to choose there.
  return asked.filter(({ name, choices: found }) => name !== "gemeente" || found.length > 1);
}

/** Each school as a whole, when it has more locations than one, and each of its locations. */
function schoolOptions(schools: FilterChoices["schools"], t: Words<"inboxTools.filter">): readonly SelectOption[] {
  return schools.flatMap(({ code, schoolName, sector, locationCode, locationName }, index) => {
    const location = { value: `${sector}:${locationCode}`, label: locationName };
    const isFirst = schools[index - 1]?.code !== code;
    const hasMore = schools[index + 1]?.code === code;
    return isFirst && hasMore
      ? [{ value: code, label: t("wholeSchool", { school: schoolName }) }, location]
      : [location];
  });
}

function officerOptions(officers: FilterChoices["officers"], t: Words<"inboxTools.filter">): readonly SelectOption[] {
  return [
    { value: nobody, label: t("nobody") },
    ...officers.map(({ id, name, worksHere }) => ({ value: id, label: worksHere ? name : t("former", { name }) })),
  ];
}

function KeepThisView({ view, filter }: Pick<FilterPanelProps, "view" | "filter">) {
  const [t, form] = [useTranslations("inboxTools.kept"), useTranslations("common.form")];
  return (
    <Details summary={t("title")}>
      <p>{t("lead")}</p>
      <KeepViewFields
        action={keepInboxViewAction}
        given={{ chosen: inboxQuery({ view, filter }).toString() }}
        words={{
          problems: { heading: form("errorHeading"), lead: form("errorLead"), titlePrefix: form("errorTitlePrefix") },
          name: t("name"),
          nameHint: t("nameHint"),
          shared: t("share"),
          keep: t("save"),
        }}
      />
    </Details>
  );
}
