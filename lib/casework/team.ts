import { type Absence, absenceOf, type Leave, type WorkTerms, whoTakes } from "@/lib/routing/availability";
import { addDays, type CalendarDate } from "@/lib/shared/calendar-date";

export interface PlannedLeave extends Leave {
  readonly leaveId: string;
  readonly deputyName: string | null;
}

/** Somebody who has reports in hand at the office, or had. */
export interface TeamMember extends WorkTerms {
  readonly name: string;
  readonly protectedCases: boolean;
  /** Whether the router gives him reports, and so may let him stand in. */
  readonly isRouted: boolean;
  /** Open at this office, as far as the viewer may know of them. */
  readonly openHere: number;
  /** Null: works here no longer. */
  readonly mandate: { readonly until: CalendarDate | null } | null;
  readonly leaves: readonly PlannedLeave[];
}

export type TeamWarning = "gone" | "ends-soon" | "away-alone" | "alone-soon";

export interface TeamLine extends TeamMember {
  readonly absence: Absence | null;
  /** Null: at work, or nobody stands in. */
  readonly deputyNow: string | null;
  readonly warning: TeamWarning | null;
  /** The first day of the coming month on which he is away and nobody takes what is meant for him. */
  readonly aloneFrom: CalendarDate | null;
}

/** From so many days before the end of a mandate, or the begin of a leave, the open work is pointed out. */
const noticeDays = 30;

export function teamLines(team: readonly TeamMember[], today: CalendarDate): readonly TeamLine[] {
  const routed = new Map(team.filter(({ isRouted }) => isRouted).map((member) => [member.id, member]));
  return team.map((member) => {
    const absence = absenceOf(member, today);
    const taker = absence === "away" ? whoTakes(member, routed, today) : null;
    const deputyNow = taker === null || !taker.standsIn ? null : taker.officer.name;
    const aloneFrom = firstDayAlone(member, routed, today);
    const warning = warningOf(member, { absence, deputyNow, aloneFrom, today });
    return { ...member, absence, deputyNow, aloneFrom, warning };
  });
}

/** Who is there changes on the days on which somebody of the team goes. */
function firstDayAlone(
  member: TeamMember,
  team: ReadonlyMap<string, TeamMember>,
  today: CalendarDate,
): CalendarDate | null {
  if (member.leaves.length === 0) return null;
  const begins = [member, ...team.values()].flatMap(({ leaves }) => leaves.map(({ firstDay }) => firstDay));
  const coming = begins.filter((day) => day > today && day <= addDays(today, noticeDays)).sort();
  const isAlone = (day: CalendarDate) => absenceOf(member, day) === "away" && whoTakes(member, team, day) === null;
  return coming.find(isAlone) ?? null;
}

interface Standing {
  readonly absence: Absence | null;
  readonly deputyNow: string | null;
  readonly aloneFrom: CalendarDate | null;
  readonly today: CalendarDate;
}

/** Work that nobody will do unless somebody acts. */
function warningOf({ openHere, mandate }: TeamMember, standing: Standing): TeamWarning | null {
  const { absence, deputyNow, aloneFrom, today } = standing;
  if (openHere === 0) return null;
  if (mandate === null) return "gone";
  if (mandate.until !== null && mandate.until <= addDays(today, noticeDays)) return "ends-soon";
  if (absence === "away" && deputyNow === null) return "away-alone";
  return aloneFrom === null ? null : "alone-soon";
}
