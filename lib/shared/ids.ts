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

// Made once: making it costs more than reading an id.
const uuid = z.uuid();

/** A parser for one kind of id: the only place where text becomes an id. */
function idOf<Id extends Branded<string>>() {
  return (value: string): Id => uuid.parse(value) as Id;
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

/** The lowest id of this moment: what was made since has a higher one. */
export function firstIdAt(moment: Date): string {
  const milliseconds = moment.getTime().toString(16).padStart(12, "0");
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7000-8000-000000000000`;
}

/** The moment in a time-ordered id. */
export function momentOfId(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16));
}
