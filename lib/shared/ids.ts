import { v7 } from "uuid";
import { z } from "zod";

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type OrganisationId = Branded<"organisation">;
export type OfficeId = Branded<"office">;
export type LocationId = Branded<"location">;
export type AccountId = Branded<"account">;
export type MandateId = Branded<"mandate">;
export type SessionId = Branded<"session">;
export type ReportId = Branded<"report">;
export type ClientId = Branded<"client">;

/** A parser for one kind of id: the only place where text becomes an id. */
function idOf<Id extends Branded<string>>() {
  return (value: string): Id => z.uuid().parse(value) as Id;
}

export const organisationId = idOf<OrganisationId>();
export const officeId = idOf<OfficeId>();
export const locationId = idOf<LocationId>();
export const accountId = idOf<AccountId>();
export const mandateId = idOf<MandateId>();
export const sessionId = idOf<SessionId>();
export const reportId = idOf<ReportId>();
export const clientId = idOf<ClientId>();

/** A new id, later ones sort after earlier ones. */
export function newId(): string {
  return v7();
}
