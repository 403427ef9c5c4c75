import type { AccountId, ClientId, LocationId, MandateId, OfficeId, OrganisationId, SessionId } from "@/lib/shared/ids";
import type { DeskRole, OfficeRole, SchoolRole } from "./roles";

declare const seal: unique symbol;
/** Nothing outside this folder can make a value with this key without a cast, and a test finds such casts. */
interface Sealed {
  readonly [seal]: true;
}

interface SignedIn {
  readonly accountId: AccountId;
  readonly mandateId: MandateId;
  readonly sessionId: SessionId;
  readonly name: string;
  readonly email: string;
  readonly locale: "nl" | "en";
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  /** How strongly and how recently this person signed in. */
  readonly factors: 1 | 2;
  readonly authenticatedAt: Date;
}

interface AsSchool extends SignedIn {
  readonly kind: "school";
  readonly role: SchoolRole;
  /** Empty: all locations of the school. */
  readonly locationIds: readonly LocationId[];
}

interface AsOffice extends SignedIn {
  readonly kind: "office";
  readonly role: OfficeRole;
  readonly officeId: OfficeId;
  readonly protectedCases: boolean;
}

interface AsDesk extends SignedIn {
  readonly kind: "desk";
  readonly role: DeskRole;
}

interface AsClient {
  readonly kind: "client";
  readonly clientId: ClientId;
  readonly name: string;
  readonly side: "school" | "office";
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  /** Null: the client of a school. */
  readonly officeId: OfficeId | null;
  readonly scopes: readonly Scope[];
}

interface AsSystem {
  readonly kind: "system";
  readonly name: SystemName;
}

export const scopes = [
  "reports:file",
  "reports:read",
  "reports:handle",
  "attachments:write",
  "changes:read",
  "deliveries:read",
  "figures:read",
] as const;
export type Scope = (typeof scopes)[number];

/** The desk's own work, by name, so that the access log can say which part of it acted. */
export type SystemName =
  | "import"
  | "routing"
  | "notifications"
  | "command-line"
  | "seed"
  | "sign-in"
  | "audit"
  | "terms"
  | "statistics"
  | "deliveries"
  | "attachments";

export type SchoolViewer = AsSchool & Sealed;
export type OfficeViewer = AsOffice & Sealed;
export type DeskViewer = AsDesk & Sealed;
export type ClientViewer = AsClient & Sealed;
export type SystemViewer = AsSystem & Sealed;
export type PersonViewer = SchoolViewer | OfficeViewer | DeskViewer;

/** Who asks. Every door of a domain takes one, first. One mandate at a time, never a union of rights. */
export type Viewer = PersonViewer | ClientViewer | SystemViewer;

export function isPerson(viewer: Viewer): viewer is PersonViewer {
  return viewer.kind === "school" || viewer.kind === "office" || viewer.kind === "desk";
}

export function systemViewer(name: SystemName): SystemViewer {
  const viewer: AsSystem = { kind: "system", name };
  return viewer as SystemViewer;
}
