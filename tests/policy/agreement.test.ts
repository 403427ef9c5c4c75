import fc from "fast-check";
import { expect, test } from "vitest";
import { type DeskRole, type OfficeRole, roles, type SchoolRole } from "@/lib/identity/roles";
import { scopes, type Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { draftsOf } from "@/lib/policy/draft-rules";
import { importsOf } from "@/lib/policy/import-rules";
import { type ReportFacts, type ReportScope, visibleReports } from "@/lib/policy/report-rules";
import { givenAwayBy, offersTo } from "@/lib/policy/transfer-rules";
import { newId } from "@/lib/shared/ids";
import { clientOf, deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";

const few = [newId(), newId(), newId()];
const id = fc.constantFrom(...few);
const rolesOf = (kind: string) =>
  Object.entries(roles).flatMap(([role, { organisation }]) => (organisation === kind ? [role] : []));

const record: fc.Arbitrary<ReportFacts & { readonly id: string }> = fc.record({
  id,
  organisationId: id,
  locationId: id,
  officeId: fc.option(id),
  isProtected: fc.boolean(),
});

const viewer: fc.Arbitrary<Viewer> = fc.oneof(
  fc
    .record({ at: id, role: fc.constantFrom(...rolesOf("school")), locationIds: fc.subarray(few) })
    .map(({ at, role, locationIds }) => reporterOf(at, { role: role as SchoolRole, locationIds })),
  fc
    .record({ at: id, role: fc.constantFrom(...rolesOf("office")), protectedCases: fc.boolean() })
    .map(({ at, role, protectedCases }) => officerOf(at, { role: role as OfficeRole, protectedCases })),
  fc.constantFrom(...rolesOf("desk")).map((role) => deskPerson(role as DeskRole)),
  fc
    .record({ at: id, side: fc.constantFrom("school" as const, "office" as const), held: fc.subarray([...scopes]) })
    .map(({ at, side, held }) => clientOf(at, side, held)),
);

/** Applies a row scope as the database would. */
function matches(scope: ReportScope, row: ReportFacts & { readonly id: string }): boolean {
  return (
    (scope.organisationId === undefined || scope.organisationId === row.organisationId) &&
    (scope.officeId === undefined || scope.officeId === row.officeId) &&
    (scope.locationId === undefined || scope.locationId.in.includes(row.locationId)) &&
    (scope.isProtected === undefined || scope.isProtected === row.isProtected) &&
    (scope.id === undefined || scope.id.in.includes(row.id))
  );
}

test("a list holds exactly the reports that the same viewer may open", () => {
  fc.assert(
    fc.property(viewer, record, (who, row) => {
      expect(matches(visibleReports(who), row)).toBe(can(who, "report:read", row));
    }),
    { numRuns: 2_000 },
  );
});

const draft = fc.record({ organisationId: id, isOwn: fc.boolean(), handedInFor: fc.option(id) });

test("a list of drafts holds exactly those that the same viewer may open", () => {
  fc.assert(
    fc.property(viewer, draft, (who, { isOwn, ...row }) => {
      const ownerId = isOwn && who.kind === "school" ? who.accountId : newId();
      const scope = draftsOf(who);
      const isReady =
        scope !== null &&
        row.handedInFor !== null &&
        (scope.handedIn === "all" || (scope.handedIn !== "none" && scope.handedIn.includes(row.handedInFor)));
      const isHeld = scope?.organisationId === row.organisationId && (scope.ownerId === ownerId || isReady);
      expect(isHeld).toBe(can(who, "draft:change", { ...row, ownerId }));
    }),
    { numRuns: 2_000 },
  );
});

test("a list of sheets with reports holds exactly those that the same viewer may open", () => {
  fc.assert(
    fc.property(viewer, id, fc.boolean(), (who, organisationId, isOwn) => {
      const ownerId = isOwn && who.kind === "school" ? who.accountId : newId();
      const scope = importsOf(who);
      const isHeld = scope?.organisationId === organisationId && scope.ownerId === ownerId;
      expect(isHeld).toBe(can(who, "import:use", { organisationId, ownerId }));
    }),
    { numRuns: 2_000 },
  );
});

const transfer = fc.record({
  fromOfficeId: id,
  toOfficeId: id,
  isProtected: fc.boolean(),
  answer: fc.constantFrom(null, "accepted", "refused"),
});

test("a list of what lies between offices holds exactly what the same viewer may open", () => {
  const lists = [
    ["transfer:see", offersTo],
    ["transfer:look-back", givenAwayBy],
  ] as const;
  fc.assert(
    fc.property(viewer, transfer, fc.constantFrom(...lists), (who, row, [action, list]) => {
      const { report, ...scope } = list(who);
      const isHeld =
        !("id" in scope) &&
        Object.entries(scope).every(([name, value]) =>
          Object.entries(row).some(([key, held]) => key === name && held === value),
        );
      expect(isHeld && (report.isProtected ?? row.isProtected) === row.isProtected).toBe(can(who, action, row));
    }),
    { numRuns: 2_000 },
  );
});

test("whoever may change a report may also read it, and nobody of another organisation may do either", () => {
  const changes = [
    "report:take",
    "report:close",
    "report:reopen",
    "report:assign",
    "report:acknowledge",
    "report:refer",
    "report:transfer",
  ] as const;
  fc.assert(
    fc.property(viewer, record, fc.constantFrom(...changes), (who, row, action) => {
      fc.pre(who.kind !== "client" && can(who, action, row));
      expect(can(who, "report:read", row)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
