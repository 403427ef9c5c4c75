import type { FilterName } from "@/components/reports/list/list-filter-form";
import { institutionsOf } from "@/lib/directory/school-name";
import type { SchoolLocation } from "@/lib/directory/views";
import { formatWrittenDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { ReportListFilter } from "@/lib/reports/list-filter";
import { type ListWish, orderOptions, viewWord } from "./list-address";

/** What the address asks, as the list takes it. */
export function filterOf(viewer: SchoolViewer, { onlyUnread, onlyFollowed, ...wish }: ListWish): ReportListFilter {
  const { accountId } = viewer;
  return {
    ...wish,
    unreadBy: onlyUnread ? accountId : undefined,
    followedBy: onlyFollowed ? accountId : undefined,
  };
}

interface Known {
  readonly locations: readonly SchoolLocation[];
  readonly officers: readonly { readonly id: string; readonly name: string }[];
}

/** All that can be chosen, in one language, and what is chosen now. */
export function listChoices(wish: ListWish, { locations, officers }: Known, locale: Locale) {
  const t = translatorFor(locale);
  return {
    options: {
      soort: Object.entries(absenceTypes).map(([value, { label }]) => ({ value, label: label[locale] })),
      instelling: institutionsOf(locations).map(({ brin, name }) => ({ value: brin, label: `${name} (${brin})` })),
      vestiging: locations.map(({ locationCode, name }) => ({ value: locationCode, label: name })),
      ambtenaar: officers.map(({ id, name }) => ({ value: id, label: name })),
      volgorde: orderOptions.map(({ order, value }) => ({ value, label: t(`myReports.filter.orders.${order}`) })),
    },
    chosen: chosenOf(wish),
  };
}

function chosenOf(wish: ListWish): Readonly<Record<FilterName, string>> {
  const {
    view,
    type = "",
    brin = "",
    locationCode = "",
    officerId = "",
    filedFrom,
    filedUntil,
    closedSince,
    isUnanswered,
    onlyUnread,
    onlyFollowed,
  } = wish;
  return {
    toon: viewWord(view),
    soort: type,
    instelling: brin,
    vestiging: locationCode,
    ambtenaar: officerId,
    van: filedFrom === undefined ? "" : formatWrittenDay(filedFrom),
    tot: filedUntil === undefined ? "" : formatWrittenDay(filedUntil),
    sinds: closedSince === undefined ? "" : formatWrittenDay(closedSince),
    "zonder-reactie": isUnanswered ? "ja" : "",
    ongelezen: onlyUnread ? "ja" : "",
    volgt: onlyFollowed ? "ja" : "",
    volgorde: orderOptions.find(({ order }) => order === wish.order)?.value ?? "",
  };
}
