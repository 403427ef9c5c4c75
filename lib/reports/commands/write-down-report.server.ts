import "server-only";
import { prisma } from "@/lib/db/client.server";
import { countMiss } from "@/lib/identity/misses.server";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Route } from "@/lib/routing/route";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, type Problem } from "@/lib/shared/problem";
import { fail, type Result } from "@/lib/shared/result";
import { type Filer, officeFiler } from "../filer";
import type { ReportInput } from "../input";
import type { FiledReport } from "../open-report";
import { type Prepared, prepareFor } from "../prepare-filing.server";
import { storeFiling } from "../store-filing.server";

interface PassedOn {
  /** Who called stands in it as the contact. */
  readonly input: ReportInput & { readonly contact: NonNullable<ReportInput["contact"]> };
  readonly submissionId: string;
}

/**
 * The office writes down what a school called or mailed about, and the school is asked whether it is right (domain 5,
 * special cases). Only of a student whose reports come to this office: anybody else is as unknown as nobody.
 */
export async function writeDownReport(
  viewer: Viewer,
  { input, submissionId }: PassedOn,
  now: Now,
): Promise<Result<FiledReport>> {
  if (viewer.kind !== "office" || !can(viewer, "report:write-down", { officeId: viewer.officeId })) {
    throw new NotAllowed("report:write-down");
  }
  const organisationId = await findSchool(input.school);
  if (organisationId === null) return fail({ code: "school-unknown", field: "school.location" });
  const filer = officeFiler(viewer, { organisationId, caller: input.contact });
  const prepare = () => prepareForOffice(viewer, filer, { input, submissionId, now });
  return storeFiling({ viewer, input, now, action: "report:write-down", prepare });
}

/** Which schools there are is no secret. Two sectors may share a code; the choice on the screen names the sector. */
async function findSchool({ sector, brin, location }: ReportInput["school"]) {
  const locationCode = location.length === 2 ? `${brin}${location}` : location;
  const found = await prisma.location.findFirst({
    where: { brin, locationCode, ...(sector === undefined ? {} : { sector }) },
    orderBy: { id: "asc" },
    select: { organisationId: true },
  });
  return found?.organisationId ?? null;
}

interface Asked extends PassedOn {
  readonly now: Now;
}

/** Of a student of others nothing may be learned here, not even that a report of the same days is there. */
async function prepareForOffice(
  viewer: OfficeViewer,
  filer: Filer,
  { input, submissionId, now }: Asked,
): Promise<Result<Prepared>> {
  const prepared = await prepareFor(filer, { ...input, separate: true }, now, { submissionId });
  if (!prepared.ok) return fail(...prepared.problems.map(asSeenHere));
  const { route, overlapping } = prepared.value;
  if (!comesHere(viewer, route)) {
    await countMiss("student-number", filer.askerId, now);
    return fail(notHere);
  }
  if (overlapping !== null && input.separate !== true) {
    return fail({ code: "overlapping-here", facts: { reference: overlapping.reference } });
  }
  return prepared;
}

const notHere: Problem = { code: "student-not-here", field: "student.number" };

function asSeenHere(problem: Problem): Problem {
  return problem.code === "student-unknown" ? notHere : problem;
}

function comesHere({ officeId, protectedCases }: OfficeViewer, route: Route): boolean {
  if (route.kind !== "assigned" || route.office.id !== officeId) return false;
  return protectedCases || !route.isProtected;
}
