import { z } from "zod";
import { accountId, locationId, mandateId, officeId, organisationId, sessionId } from "@/lib/shared/ids";
import { isDeskRole, isOfficeRole, isRole, isSchoolRole, type Role } from "./roles";
import { type PersonFields, sealPersonViewer } from "./seal-viewer";
import { sessionTermsOf } from "./session-policy";
import type { SignIn } from "./sign-in-state";

const role = z.string().refine(isRole);

const sessionRow = z.object({
  id: z.uuid().transform(sessionId),
  factors: z.union([z.literal(1), z.literal(2)]),
  authenticated_at: z.date(),
  expires_at: z.date(),
  input_at: z.date(),
  shared_computer: z.boolean(),
  account_id: z.uuid().transform(accountId),
  name: z.string(),
  email: z.string(),
  locale: z.enum(["nl", "en"]),
  mandate_id: z.uuid().transform(mandateId),
  role,
  location_ids: z.array(z.uuid().transform(locationId)),
  protected_cases: z.boolean(),
  organisation_id: z.uuid().transform(organisationId),
  organisation_name: z.string(),
  office_id: z.uuid().transform(officeId).nullable(),
  is_demo: z.boolean(),
  unread_notice_count: z.int(),
  other_mandates: z.array(z.object({ mandateId: z.uuid(), role, organisationName: z.string() })),
});

export type SessionRow = z.input<typeof sessionRow>;
type ReadRow = z.output<typeof sessionRow>;

/** A mandate whose role does not fit its organisation opens nothing. */
export function personFromRow(row: SessionRow): SignIn | null {
  const read = sessionRow.parse(row);
  const fields = fieldsOf(read, read.role);
  if (fields === null) return null;
  return {
    viewer: sealPersonViewer(fields),
    otherMandates: read.other_mandates,
    isDemo: read.is_demo,
    unreadNoticeCount: read.unread_notice_count,
    expiresAt: read.expires_at,
    idleEndsAt: new Date(read.input_at.getTime() + idleMinutesOf(read) * 60_000),
  };
}

function idleMinutesOf({ role: acting, shared_computer }: ReadRow): number {
  return sessionTermsOf(acting, shared_computer ? "shared" : "own").idleMinutes;
}

function fieldsOf(row: ReadRow, acting: Role): PersonFields | null {
  const person = {
    accountId: row.account_id,
    mandateId: row.mandate_id,
    sessionId: row.id,
    name: row.name,
    email: row.email,
    locale: row.locale,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    factors: row.factors,
    authenticatedAt: row.authenticated_at,
  };
  if (isSchoolRole(acting)) return { ...person, kind: "school", role: acting, locationIds: row.location_ids };
  if (isDeskRole(acting)) return { ...person, kind: "desk", role: acting };
  if (!isOfficeRole(acting) || row.office_id === null) return null;
  return { ...person, kind: "office", role: acting, officeId: row.office_id, protectedCases: row.protected_cases };
}
