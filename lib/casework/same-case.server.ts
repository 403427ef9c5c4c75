import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import type { Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { offeredReports } from "@/lib/policy/transfer-rules";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";

/** The other open reports of the same student at the own office, which no other office was asked for. */
export function restOfCase(viewer: Viewer, reference: string): Promise<readonly string[]> {
  return others(reference, { AND: [visibleReports(viewer), { transfers: { none: { answer: null } } }] });
}

/** What the same office offers of the same student beside this report. */
export async function restOfOffer(viewer: Viewer, reference: string): Promise<readonly string[]> {
  const offered = await prisma.report.findFirst({
    where: { AND: [offeredReports(viewer), { reference: readReference(reference) ?? "" }] },
    select: { officeId: true },
  });
  if (offered?.officeId == null) return [];
  return others(reference, { AND: [offeredReports(viewer), { officeId: offered.officeId }] });
}

async function others(reference: string, where: Prisma.ReportWhereInput): Promise<readonly string[]> {
  const known = readReference(reference) ?? "";
  const student = { reports: { some: { reference: known } } };
  const reports = await prisma.report.findMany({
    where: { AND: [where, { student, closedAt: null, reference: { not: known } }] },
    orderBy: { firstDay: "desc" },
    select: { reference: true },
  });
  return reports.map((report) => report.reference);
}

interface MeantReports {
  readonly reference: string;
  /** As the screen showed the one that was looked at. */
  readonly version?: number | undefined;
  readonly reports?: "this" | "all" | undefined;
}

/** Acts on one report and, when that was done and the whole case was meant, on the rest of it. */
export async function onCase<Done extends { readonly ok: boolean }>(
  viewer: Viewer,
  { reference, version, reports }: MeantReports,
  act: (reference: string, version: number | null) => Promise<Done>,
): Promise<Done> {
  const others = reports === "all" ? await restOfCase(viewer, reference) : [];
  const done = await act(reference, version ?? null);
  if (done.ok) await alsoFor(others, (other) => act(other, null));
  return done;
}

/** Each of them is an act by itself: what somebody moved a moment before stays as he left it. */
export async function alsoFor(references: readonly string[], act: (reference: string) => Promise<unknown>) {
  for (const reference of references) {
    try {
      await act(reference);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
}
