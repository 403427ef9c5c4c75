import type { Locale } from "@/lib/i18n/locale";
import { addDays, endOfDay, startOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { plainClock } from "@/lib/timeline/promise";
import type { Letter } from "./letter-html";
import { letterAbout } from "./letters";
import { atLevel, type MailLevelCode } from "./mail-levels";

interface Example {
  readonly locationName: string;
  readonly locale: Locale;
  readonly origin: string;
  readonly mailFrom: string;
  readonly isAnswerable: boolean;
}

/** The letter about a report that does not exist, as the readers of a school would get it at this level. */
export function exampleLetter(level: MailLevelCode, example: Example, now: Now): Letter {
  const { locationName, locale, origin, mailFrom, isAnswerable } = example;
  const facts = {
    reference: `V-${now.today.slice(0, 4)}-7K4QX9M`,
    ...atLevel(level, { ownReference: "VB-12", group: "3B" }),
    locationName,
    status: "in_progress",
    outcome: "assigned",
    office: { name: "Leerplicht Voorbeeldstad" },
    officer: { name: "J. de Vries" },
    isProtected: false,
    filedAt: startOfDay(addDays(now.today, -1)),
    dueAt: endOfDay(addDays(now.today, 6)),
    clock: plainClock,
  } as const;
  const actor = { side: "office", id: "example", name: facts.officer.name, organisation: facts.office.name } as const;
  const about = { id: "example", reportId: "example", at: now.at, actor, status: facts.status };
  const event = { ...about, kind: "taken_up", data: {} } as const;
  return letterAbout(
    event,
    { ...facts, timeline: [{ event }] },
    { side: "school", locale },
    { now, origin, mailFrom, isAnswerable },
  );
}
