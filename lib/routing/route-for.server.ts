import "server-only";
import { recordRead } from "@/lib/audit/record.server";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { decideRoute } from "./decide";
import { askRouting, parseReachedOffices, parseRoutingAnswer } from "./facts-sql.server";
import { findLocations, theOne } from "./locations.server";
import type { RouteAnswer, RouteQuestion } from "./question";

/** Where a report would go, and why. Files nothing; that somebody asked is on the access log. */
export async function routeFor(viewer: Viewer, question: RouteQuestion, now: Now): Promise<RouteAnswer> {
  if (!can(viewer, "route:ask", {})) throw new NotAllowed("route:ask");
  const location = theOne(await findLocations(question.school), question.school);
  if (!location.ok) return location;
  const numberHash = lookupHash("student-number", question.studentNumber);
  const { routing, offices } = await askRouting({
    studentId: Prisma.sql`(SELECT id FROM students
      WHERE number_hash = ${numberHash} OR other_number_hash = ${numberHash} LIMIT 1)`,
    locationId: location.id,
    stayPostcode: null,
    firstDay: question.firstDay,
    filedOn: question.filedOn,
    type: question.type,
    isUrgent: false,
  });
  const answer = parseRoutingAnswer(routing, parseReachedOffices(offices));
  if (answer === null) return { ok: false, code: "student-unknown" };
  const object = { kind: "student", id: answer.facts.student.id };
  await recordRead(viewer, now, { action: "route:ask", object, reason: "duty-of-the-desk" });
  return { ok: true, route: decideRoute(answer.facts, answer.table) };
}
