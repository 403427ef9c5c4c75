import type { LetterFacts } from "@/lib/notifications/letters";
import { calendarDate, endOfDay } from "@/lib/shared/calendar-date";
import { plainClock } from "@/lib/timeline/promise";

/** What letters may tell of one report, a day after it was filed. */
export const facts: LetterFacts = {
  reference: "V-2026-7K4QX9M",
  ownReference: "VB-12",
  group: "3B",
  locationName: "Stedelijk Lyceum Kottenpark",
  status: "registered",
  outcome: "assigned",
  office: { name: "Leerplicht Enschede" },
  officer: { name: "J. de Vries" },
  isProtected: false,
  filedAt: new Date("2026-04-23T14:31:00Z"),
  dueAt: endOfDay(calendarDate.parse("2026-05-01")),
  clock: plainClock,
  timeline: [],
};
