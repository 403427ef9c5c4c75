import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { decideRoute } from "./decide";
import type { OpenCase } from "./facts";
import { parseRoutingFacts, routingFactsSql } from "./facts-sql.server";
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

/** Where this report would go if it were filed today, with the rules and people of today. Moves nothing. */
export async function routeAgain(report: FiledReport, now: Now): Promise<Route> {
  const { studentId, locationId, stayPostcode, firstDay, type, isUrgent } = report;
  const question = { locationId, stayPostcode, firstDay, type, isUrgent, filedOn: now.today };
  const facts = routingFactsSql({ ...question, studentId: Prisma.sql`${studentId}::uuid` });
  const [row] = await ask<{ routing: unknown }>(Prisma.sql`SELECT ${facts} AS routing`);
  const answer = parseRoutingFacts(row?.routing);
  return decideRoute({ ...answer.facts, openCases: withoutItself(answer.facts.openCases, report) }, answer.table);
}

/** The report that is asked about must not be the reason that it stays where it is. */
function withoutItself(openCases: readonly OpenCase[], { officeId, officerId }: FiledReport): readonly OpenCase[] {
  const at = openCases.findIndex((open) => open.officeId === officeId && open.officerId === officerId);
  return openCases.filter((_, index) => index !== at);
}
