import "server-only";
import { transact } from "@/lib/audit/transact.server";
import { type CalendarDate, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { asEmail } from "../account-lookup.server";
import { isDemoDatabase } from "../demo.server";
import { hashPassword } from "../passwords.server";
import type { Role } from "../roles";
import type { SystemViewer } from "../viewer";

interface SeedMandate {
  readonly organisationId: string;
  readonly role: Role;
  readonly locationIds?: readonly string[];
  readonly protectedCases?: boolean;
  readonly validFrom?: CalendarDate;
  readonly validUntil?: CalendarDate;
}

export interface SeedPerson {
  /** Given when something else must point at this account; otherwise new. */
  readonly accountId?: string;
  readonly email: string;
  readonly name: string;
  readonly mandates: readonly SeedMandate[];
}

/**
 * Accounts with a password that stands in the documentation, without a second step: only in a database that says of
 * itself that it is a demo, and only for the seed. Answers the account ids in the order of the people.
 */
export async function createAccountsWithPassword(
  viewer: SystemViewer,
  given: { readonly password: string; readonly people: readonly SeedPerson[] },
  now: Now,
): Promise<readonly string[]> {
  if (viewer.name !== "seed" || !(await isDemoDatabase())) throw new NotAllowed("make accounts with a known password");
  const passwordHash = await hashPassword(given.password);
  const people = given.people.map((person) => ({ ...person, id: person.accountId ?? newId() }));
  await transact(viewer, now, async ({ client }) => {
    await client.account.createMany({
      data: people.map(({ id, email, name }) => ({ id, email: asEmail(email), name, passwordHash, createdAt: now.at })),
    });
    await client.mandate.createMany({
      data: people.flatMap(({ id, mandates }) => mandates.map((mandate) => mandateRow(id, mandate, now))),
    });
  });
  return people.map(({ id }) => id);
}

function mandateRow(accountId: string, mandate: SeedMandate, now: Now) {
  return {
    id: newId(),
    accountId,
    organisationId: mandate.organisationId,
    role: mandate.role,
    locationIds: [...(mandate.locationIds ?? [])],
    protectedCases: mandate.protectedCases ?? false,
    validFrom: toColumn(mandate.validFrom ?? now.today),
    validUntil: mandate.validUntil === undefined ? null : toColumn(mandate.validUntil),
    grantedBy: "seed",
    createdAt: now.at,
  };
}
