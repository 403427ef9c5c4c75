import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { decideRoute } from "./decide";
import type { OpenCase, RoutingFacts } from "./facts";
import type { TableRows } from "./facts-rows";
import { askRouting, parseReachedOffices, parseRoutingFacts } from "./facts-sql.server";
import type { Route } from "./route";

export interface FiledReport {
  readonly studentId: string;
  readonly locationId: string;
  readonly firstDay: CalendarDate;
  readonly type: string;
  readonly isUrgent: boolean;
  readonly stayPostcode: string | null;
  /** Where it lies; null: at no office, or with nobody. */
  readonly officeId: string | null;
  readonly officerId: string | null;
}

interface RoutedAgain {
  readonly route: Route;
  readonly facts: RoutingFacts;
  readonly rows: TableRows;
}

/** Where this report would go if it were filed on this day, with the rules and people that are known now. Moves nothing. */
export async function routeAgain(report: FiledReport, filedOn: CalendarDate): Promise<RoutedAgain> {
  const { studentId, locationId, stayPostcode, firstDay, type, isUrgent } = report;
  const question = { locationId, stayPostcode, firstDay, type, isUrgent, filedOn };
  const { routing, offices } = await askRouting({ ...question, studentId: Prisma.sql`${studentId}::uuid` });
  const answer = parseRoutingFacts(routing, parseReachedOffices(offices));
  const facts = { ...answer.facts, openCases: withoutItself(answer.facts.openCases, report) };
  return { route: decideRoute(facts, answer.table), facts, rows: answer.rows };
}

/** The report that is asked about must not be the reason that it stays where it is. */
function withoutItself(openCases: readonly OpenCase[], { officeId, officerId }: FiledReport): readonly OpenCase[] {
  const at = openCases.findIndex((open) => open.officeId === officeId && open.officerId === officerId);
  return openCases.filter((_, index) => index !== at);
}
