import type { Locale } from "@/lib/i18n/locale";
import { addDays, endOfDay, startOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { TimelineEvent } from "@/lib/timeline/events";
import { plainClock } from "@/lib/timeline/promise";
import type { Letter } from "./letter-html";
import { letterAbout } from "./letters";
import { atLevel, type MailLevelCode } from "./mail-levels";

interface Example {
  readonly locationName: string;
  readonly locale: Locale;
  readonly origin: string;
  readonly isAnswerable: boolean;
}

/** The letter about a report that does not exist, as the readers of a school would get it at this level. */
export function exampleLetter(level: MailLevelCode, example: Example, now: Now): Letter {
  const { locationName, locale, origin, isAnswerable } = example;
  const facts = {
    reference: `V-${now.today.slice(0, 4)}-7K4QX9M`,
    ...atLevel(level, { ownReference: "VB-12", group: "3B" }),
    locationName,
    status: "registered",
    outcome: "assigned",
    office: { name: "Leerplicht Voorbeeldstad" },
    officer: { name: "J. de Vries" },
    isProtected: false,
    filedAt: startOfDay(addDays(now.today, -1)),
    dueAt: endOfDay(addDays(now.today, 6)),
    clock: plainClock,
    timeline: [],
  } as const;
  return letterAbout(
    exampleEvent(facts.officer.name, now),
    facts,
    { side: "school", locale },
    { now, origin, isAnswerable },
  );
}

function exampleEvent(officer: string, { at }: Now): TimelineEvent {
  const actor = { side: "office", id: null, name: officer, organisation: null } as const;
  return { id: "example", reportId: "example", at, actor, status: "registered", kind: "assigned", data: { officer } };
}
