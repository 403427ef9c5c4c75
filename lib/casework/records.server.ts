import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { OwnOffer } from "./transfer";

/** What a decision of the router needs to be told. */
export const decision = {
  decidedAt: true,
  rule: true,
  because: true,
  tried: true,
  officer: { select: { name: true } },
} satisfies Prisma.AssignmentSelect;

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
