import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { absenceTypeOf } from "@/lib/reports/record-codes";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { CaseLine } from "./case";
import type { OwnOffer } from "./transfer";

/** What a decision of the router needs to be told. */
export const decision = {
  decidedAt: true,
  rule: true,
  because: true,
  tried: true,
  officer: { select: { name: true } },
} satisfies Prisma.AssignmentSelect;

export const caseLine = {
  reference: true,
  type: true,
  firstDay: true,
  lastDay: true,
  hoursTotal: true,
  status: true,
  _count: { select: { arrivals: true } },
} satisfies Prisma.ReportSelect;

export function presentCaseLine(row: Prisma.ReportGetPayload<{ select: typeof caseLine }>): CaseLine {
  return {
    reference: row.reference,
    type: absenceTypeOf(row.type),
    firstDay: fromColumn(row.firstDay),
    lastDay: row.lastDay === null ? null : fromColumn(row.lastDay),
    hoursTotal: Number(row.hoursTotal),
    arrivalCount: row._count.arrivals,
    status: row.status,
  };
}

export const ownOffer = {
  dueOn: true,
  toOffice: { select: { organisation: { select: { name: true } } } },
} satisfies Prisma.CaseTransferSelect;

export function presentOwnOffer({
  transfers: [offer],
}: {
  readonly transfers: readonly Prisma.CaseTransferGetPayload<{ select: typeof ownOffer }>[];
}): OwnOffer | null {
  return offer === undefined ? null : { toName: offer.toOffice.organisation.name, dueOn: fromColumn(offer.dueOn) };
}
