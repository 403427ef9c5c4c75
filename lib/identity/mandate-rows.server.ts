import "server-only";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { can } from "@/lib/policy/can";
import { addDays, type CalendarDate, fromColumn, toColumn } from "@/lib/shared/calendar-date";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { signatureOf } from "./make-invitation.server";
import { type Role, roles } from "./roles";

export interface MandateWish {
  readonly organisation: string;
  readonly role: Role;
  readonly locations: readonly string[];
  readonly protectedCases: boolean;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
}

interface Place {
  readonly id: string;
  readonly kind: "school" | "office" | "desk";
}

/** The organisation by its code, when this viewer may let people into it; otherwise it is not found. */
export async function organisationToManage(tx: Transaction, code: string): Promise<Place> {
  const organisation = await tx.client.organisation.findUnique({ where: { code }, select: { id: true, kind: true } });
  if (organisation === null || !can(tx.viewer, "people:manage", { organisationId: organisation.id })) {
    throw new NotFound("organisation");
  }
  return organisation;
}

/** Gives a mandate; a second one for the same organisation and role takes the place of the first. */
export async function putMandate(
  tx: Transaction,
  accountId: string,
  organisation: Place,
  wish: MandateWish,
): Promise<Result<string>> {
  const refusal = await refusalOf(tx, organisation, wish);
  if (refusal !== null) return fail(refusal);
  const period = {
    locationIds: [...wish.locations],
    protectedCases: wish.protectedCases,
    validFrom: toColumn(wish.from ?? tx.now.today),
    validUntil: wish.until === undefined ? null : toColumn(wish.until),
  };
  const key = { accountId, organisationId: organisation.id, role: wish.role };
  const known = await tx.client.mandate.findFirst({ where: key, select: { id: true } });
  const mandate =
    known === null
      ? await tx.client.mandate.create({
          data: { ...key, ...period, grantedBy: signatureOf(tx), createdAt: tx.now.at },
        })
      : await tx.client.mandate.update({ where: { id: known.id }, data: { ...period, grantedBy: signatureOf(tx) } });
  record(tx, { action: "mandate:grant", object: { kind: "mandate", id: mandate.id }, reason: "administration" });
  return ok(mandate.id);
}

async function refusalOf(tx: Transaction, organisation: Place, wish: MandateWish) {
  if (roles[wish.role].organisation !== organisation.kind) return { code: "role-of-other-organisation", field: "role" };
  if (wish.until !== undefined && wish.until < (wish.from ?? tx.now.today)) {
    return { code: "until-before-from", field: "until" };
  }
  if (wish.locations.length === 0) return null;
  const own = await tx.client.location.count({
    where: { id: { in: [...wish.locations] }, organisationId: organisation.id },
  });
  return own === new Set(wish.locations).size ? null : { code: "location-unknown", field: "locations" };
}

/** Ends a mandate on a day, or now; sessions that act in it end at the next request, and now those that need not wait. */
export async function stopMandate(
  tx: Transaction,
  mandate: { readonly id: string; readonly validFrom: Date },
  lastDay: CalendarDate | undefined,
): Promise<void> {
  const last = lastDay ?? addDays(tx.now.today, -1);
  if (last < tx.now.today) await tx.client.session.deleteMany({ where: { mandateId: mandate.id } });
  if (last < fromColumn(mandate.validFrom)) await tx.client.mandate.delete({ where: { id: mandate.id } });
  else await tx.client.mandate.update({ where: { id: mandate.id }, data: { validUntil: toColumn(last) } });
  record(tx, { action: "mandate:end", object: { kind: "mandate", id: mandate.id }, reason: "administration" });
}
