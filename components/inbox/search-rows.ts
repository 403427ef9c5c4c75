import { casePath, writeInboxAddress } from "@/lib/casework/inbox-address";
import type { FoundLine, FoundSchool, SearchFound } from "@/lib/casework/inbox-search";
import { formatCount, formatDatedDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Words, wordsIn } from "@/lib/i18n/words";
import { absenceTypes } from "@/lib/reports/absence-types";
import { dayOf } from "@/lib/shared/calendar-date";
import { type Status, statuses } from "@/lib/timeline/statuses";

/** One case that was found, in words, so that the table in the browser needs nothing else. */
export interface FoundRow {
  readonly reference: string;
  readonly href: string;
  readonly student: string;
  readonly type: string;
  readonly school: string;
  readonly filed: string;
  readonly officer: string;
  readonly statusText: string;
  readonly isOpen: boolean;
}

interface FoundLink {
  readonly href: string;
  readonly label: string;
  readonly count: string;
}

export interface InboxSearchState {
  readonly text: string;
  /** Null: nothing was looked for yet, or it could not be. */
  readonly found: {
    readonly title: string;
    readonly rows: readonly FoundRow[];
    readonly schools: readonly FoundLink[];
  } | null;
  /** What went wrong, in words; null: nothing. */
  readonly fault: string | null;
}

export function searchState(text: string, found: SearchFound, locale: Locale): InboxSearchState {
  const t = wordsIn(locale, "inboxTools.search");
  return {
    text,
    fault: null,
    found: {
      title: found.hasMore ? t("many", { count: found.lines.length }) : t("count", { count: found.lines.length }),
      rows: found.lines.map((line) => rowOf(line, t, locale)),
      schools: found.schools.map((school) => linkOf(school, t, locale)),
    },
  };
}

function rowOf(line: FoundLine, t: Words<"inboxTools.search">, locale: Locale): FoundRow {
  return {
    reference: line.reference,
    href: casePath(line.reference),
    student: line.studentName,
    type: absenceTypes[line.type].label[locale],
    school: line.locationName,
    filed: formatDatedDay(dayOf(line.filedAt), locale),
    officer: line.officerName ?? t("nobody"),
    statusText: statuses[line.status].label[locale],
    isOpen: isOpen(line.status),
  };
}

const isOpen = (status: Status) => statuses[status].open;

function linkOf(school: FoundSchool, t: Words<"inboxTools.search">, locale: Locale): FoundLink {
  const { sector, locationCode, name, city, openCount } = school;
  return {
    href: writeInboxAddress({ view: "team", filter: { school: { kind: "location", sector, code: locationCode } } }),
    label: `${name}, ${city}`,
    count: t("openCount", { count: openCount, shown: formatCount(openCount, locale) }),
  };
}
