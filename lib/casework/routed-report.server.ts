import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { openOptional } from "@/lib/db/seal.server";
import type { FiledReport } from "@/lib/routing/route-again.server";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { StoredAssignment } from "./full-receipt";
import { decision } from "./records.server";

/** What is kept of how a report was routed, and what the router would ask of it again. */
export const routedReport = {
  id: true,
  reference: true,
  studentId: true,
  locationId: true,
  firstDay: true,
  type: true,
  isUrgent: true,
  staySealed: true,
  closedAt: true,
  officeId: true,
  officerId: true,
  assignments: {
    orderBy: { decidedAt: "desc" },
    select: {
      ...decision,
      id: true,
      officeId: true,
      officerId: true,
      outcome: true,
      office: { select: { organisation: { select: { name: true } } } },
      facts: true,
      tableThen: true,
      placedBy: true,
      ruleSetVersion: true,
      officeRuleId: true,
      alsoMatched: true,
    },
  },
} satisfies Prisma.ReportSelect;

type RoutedReport = Prisma.ReportGetPayload<{ select: typeof routedReport }>;

type RoutedAssignment = RoutedReport["assignments"][number];

export function toStored({ office, ...assignment }: RoutedAssignment): StoredAssignment {
  return { ...assignment, officeName: office?.organisation.name ?? null };
}

export function toFiled({ staySealed, firstDay, ...report }: RoutedReport): FiledReport {
  return { ...report, firstDay: fromColumn(firstDay), stayPostcode: postcodeIn(openOptional(staySealed)) };
}

export function postcodeIn(stay: string | null): string | null {
  const parsed: unknown = stay === null ? null : JSON.parse(stay);
  const postcode: unknown = typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, "postcode") : null;
  return typeof postcode === "string" ? postcode : null;
}
