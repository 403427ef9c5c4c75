import type { DeskRole, OfficeRole, SchoolRole } from "@/lib/identity/roles";
import { sealClientViewer, sealPersonViewer } from "@/lib/identity/seal-viewer";
import type { ClientViewer, DeskViewer, OfficeViewer, PersonViewer, SchoolViewer, Scope } from "@/lib/identity/viewer";
import {
  accountId,
  clientId,
  locationId,
  mandateId,
  newId,
  officeId,
  organisationId,
  sessionId,
} from "@/lib/shared/ids";

export interface PersonTraits {
  readonly accountId?: string;
  readonly mandateId?: string;
  readonly name?: string;
  readonly organisationName?: string;
  readonly factors?: 1 | 2;
}

interface SchoolTraits extends PersonTraits {
  readonly role?: SchoolRole;
  readonly locationIds?: readonly string[];
}

interface OfficeTraits extends PersonTraits {
  readonly role?: OfficeRole;
  readonly protectedCases?: boolean;
}

function person(organisation: string, traits: PersonTraits) {
  const name = traits.name ?? "Test Persoon";
  return {
    accountId: accountId(traits.accountId ?? newId()),
    mandateId: mandateId(traits.mandateId ?? newId()),
    sessionId: sessionId(newId()),
    name,
    email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@example.test`,
    locale: "nl",
    organisationId: organisationId(organisation),
    organisationName: traits.organisationName ?? "Test organisatie",
    factors: traits.factors ?? 2,
    authenticatedAt: new Date("2026-04-23T08:00:00Z"),
  } as const;
}

/** Somebody of this school; a reporter for all locations unless said otherwise. */
export function reporterOf(school: string, traits: SchoolTraits = {}): SchoolViewer {
  const viewer = sealPersonViewer({
    ...person(school, traits),
    kind: "school",
    role: traits.role ?? "reporter",
    locationIds: (traits.locationIds ?? []).map(locationId),
  });
  return only(viewer, "school");
}

/** Somebody of this office, an officer unless said otherwise. An office shares its id with its organisation. */
export function officerOf(office: string, traits: OfficeTraits = {}): OfficeViewer {
  const viewer = sealPersonViewer({
    ...person(office, traits),
    kind: "office",
    role: traits.role ?? "officer",
    officeId: officeId(office),
    protectedCases: traits.protectedCases ?? false,
  });
  return only(viewer, "office");
}

/** Somebody of the desk itself. */
export function deskPerson(role: DeskRole, traits: PersonTraits & { readonly desk?: string } = {}): DeskViewer {
  return only(sealPersonViewer({ ...person(traits.desk ?? newId(), traits), kind: "desk", role }), "desk");
}

/** A client of a school, or of an office when `side` says so. */
export function clientOf(
  organisation: string,
  side: "school" | "office",
  scopes: readonly Scope[],
  id: string = newId(),
): ClientViewer {
  return sealClientViewer({
    kind: "client",
    clientId: clientId(id),
    name: "Test koppeling",
    side,
    organisationId: organisationId(organisation),
    organisationName: "Test organisatie",
    officeId: side === "office" ? officeId(organisation) : null,
    scopes,
  });
}

function only<Kind extends PersonViewer["kind"]>(
  viewer: PersonViewer,
  kind: Kind,
): Extract<PersonViewer, { kind: Kind }> {
  if (viewer.kind !== kind) throw new Error(`a viewer of kind ${kind} was expected`);
  return viewer as Extract<PersonViewer, { kind: Kind }>;
}
