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

export type TeamWarning = "gone" | "ends-soon" | "away-alone";

export interface TeamLine extends TeamMember {
  readonly absence: Absence | null;
  /** Null: at work, or nobody stands in. */
  readonly deputyNow: string | null;
  readonly warning: TeamWarning | null;
}

/** From so many days before the end of a mandate the open work is pointed out. */
const noticeDays = 30;

export function teamLines(team: readonly TeamMember[], today: CalendarDate): readonly TeamLine[] {
  const routed = new Map(team.filter(({ isRouted }) => isRouted).map((member) => [member.id, member]));
  return team.map((member) => {
    const absence = absenceOf(member, today);
    const taker = absence === "away" ? whoTakes(member, routed, today) : null;
    const deputyNow = taker === null || !taker.standsIn ? null : taker.officer.name;
    return { ...member, absence, deputyNow, warning: warningOf(member, { absence, deputyNow, today }) };
  });
}

interface Standing {
  readonly absence: Absence | null;
  readonly deputyNow: string | null;
  readonly today: CalendarDate;
}

/** Work that nobody will do unless somebody acts. */
function warningOf({ openHere, mandate }: TeamMember, { absence, deputyNow, today }: Standing): TeamWarning | null {
  if (openHere === 0) return null;
  if (mandate === null) return "gone";
  if (mandate.until !== null && mandate.until <= addDays(today, noticeDays)) return "ends-soon";
  return absence === "away" && deputyNow === null ? "away-alone" : null;
}
