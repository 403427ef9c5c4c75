import type { FilterLabels } from "@/lib/casework/filter-views";
import {
  type FilterName,
  filterNames,
  type InboxFilter,
  readInboxFilter,
  writeInboxFilter,
} from "@/lib/casework/inbox-filter";
import { regimes } from "@/lib/directory/regime";
import type { Locale } from "@/lib/i18n/locale";
import type { Words } from "@/lib/i18n/words";
import { absenceTypes } from "@/lib/reports/absence-types";
import { statuses } from "@/lib/timeline/statuses";

/** A filter that is chosen: what it is called, and the filters that stay when it is taken away. */
export interface ChosenFilter {
  readonly name: FilterName;
  readonly text: string;
  readonly without: InboxFilter;
}

interface Telling {
  readonly labels: FilterLabels;
  readonly locale: Locale;
  readonly t: Words<"inboxTools.filter">;
}

export function chosenFilters(filter: InboxFilter, telling: Telling): readonly ChosenFilter[] {
  const written = writeInboxFilter(filter);
  return filterNames
    .filter((name) => written[name] !== undefined)
    .map((name) => {
      const { [name]: _gone, ...rest } = written;
      return { name, text: textOf(name, filter, telling), without: readInboxFilter(rest) };
    });
}

function textOf(name: FilterName, filter: InboxFilter, telling: Telling): string {
  const label = telling.t(`names.${name}`);
  const value = values[name](filter, telling);
  return value === null ? label : `${label}: ${value}`;
}

type Value = (filter: InboxFilter, telling: Telling) => string | null;

const itself: Value = () => null;
const asWritten =
  (name: FilterName): Value =>
  (filter) =>
    writeInboxFilter(filter)[name] ?? null;

/** Null: the name of the filter says it all. */
const values: Readonly<Record<FilterName, Value>> = {
  school: (_filter, { labels, t }) => labels.school ?? t("unknown"),
  gemeente: (_filter, { labels, t }) => labels.municipality ?? t("unknown"),
  bij: ({ officerId }, { labels, t }) => (officerId === null ? t("nobody") : (labels.officer ?? t("unknown"))),
  soort: ({ type }, { locale }) => (type === undefined ? null : absenceTypes[type].label[locale]),
  plicht: ({ regime }, { locale }) => (regime === undefined ? null : regimes[regime].label[locale]),
  status: ({ status }, { locale }) => (status === undefined ? null : statuses[status].label[locale]),
  van: asWritten("van"),
  tot: asWritten("tot"),
  spoed: itself,
  ongelezen: itself,
  volgt: itself,
  wacht: itself,
};
