import "server-only";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { can } from "@/lib/policy/can";
import { addDays, type CalendarDate, fromColumn, toColumn } from "@/lib/shared/calendar-date";
import { NotFound, type Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { signatureOf } from "./make-invitation.server";
import { type Role, roles } from "./roles";

export interface MandateWish {
  readonly organisation: string;
  readonly role: Role;
  /** Empty: all locations. Absent: those that the mandate has already, else all. */
  readonly locations?: readonly string[] | undefined;
  /** Absent: as the mandate has it already, else not. */
  readonly protectedCases?: boolean | undefined;
  /** Absent: the day on which a mandate that has not ended began or begins, else today. */
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

interface Holding {
  readonly accountId: string;
  readonly organisationId: string;
  readonly role: Role;
}

/** The refusal of giving what this person has here already, running or coming. */
export async function refusalOfHeld(tx: Transaction, holding: Holding): Promise<Problem | null> {
  const held = await tx.client.mandate.findFirst({ where: notEnded(tx, holding), orderBy: { validFrom: "asc" } });
  if (held === null) return null;
  const facts = { since: fromColumn(held.validFrom), accountId: holding.accountId };
  return { code: "mandate-held", field: "email", facts };
}

/** Gives a mandate; a second one for the same organisation and role takes the place of the first. */
export async function putMandate(
  tx: Transaction,
  accountId: string,
  organisation: Place,
  wish: MandateWish,
): Promise<Result<string>> {
  const key = { accountId, organisationId: organisation.id, role: wish.role };
  const held = await tx.client.mandate.findFirst({ where: notEnded(tx, key), orderBy: { validFrom: "asc" } });
  const refusal = await refusalOf(tx, organisation, held, wish);
  if (refusal !== null) return fail(refusal);
  const terms = {
    locationIds: [...(wish.locations ?? held?.locationIds ?? [])],
    protectedCases: wish.protectedCases ?? held?.protectedCases ?? false,
    validFrom: toColumn(beginOf(tx, held, wish)),
    validUntil: wish.until === undefined ? null : toColumn(wish.until),
    grantedBy: signatureOf(tx),
  };
  const known = held ?? (await tx.client.mandate.findFirst({ where: key }));
  const mandate =
    known === null
      ? await tx.client.mandate.create({ data: { ...key, ...terms, createdAt: tx.now.at } })
      : await tx.client.mandate.update({ where: { id: known.id }, data: terms });
  record(tx, { action: "mandate:grant", object: { kind: "mandate", id: mandate.id }, reason: "administration" });
  return ok(mandate.id);
}

function notEnded(tx: Transaction, holding: Holding) {
  return { ...holding, OR: [{ validUntil: null }, { validUntil: { gte: toColumn(tx.now.today) } }] };
}

type Held = { readonly validFrom: Date } | null;

/** Nobody who leaves the day open means to move the begin of what runs already. */
function beginOf(tx: Transaction, held: Held, wish: MandateWish): CalendarDate {
  return wish.from ?? (held === null ? tx.now.today : fromColumn(held.validFrom));
}

async function refusalOf(tx: Transaction, organisation: Place, held: Held, wish: MandateWish): Promise<Problem | null> {
  if (roles[wish.role].organisation !== organisation.kind) return { code: "role-of-other-organisation", field: "role" };
  const begin = beginOf(tx, held, wish);
  const earliest = wish.from === undefined && begin < tx.now.today ? tx.now.today : begin;
  if (wish.until !== undefined && wish.until < earliest) return { code: "until-before-from", field: "until" };
  const { locations = [] } = wish;
  if (locations.length === 0) return null;
  const own = await tx.client.location.count({
    where: { id: { in: [...locations] }, organisationId: organisation.id },
  });
  return own === new Set(locations).size ? null : { code: "location-unknown", field: "locations" };
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
