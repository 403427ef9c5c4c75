import { describe, expect, test } from "vitest";
import type { Role } from "@/lib/identity/roles";
import { isDeskRole, isSchoolRole, roles } from "@/lib/identity/roles";
import { type PersonViewer, systemViewer } from "@/lib/identity/viewer";
import { type Action, actions, can } from "@/lib/policy/can";
import { talkingRoles } from "@/lib/policy/conversation-rules";
import type { ReportFacts } from "@/lib/policy/report-rules";
import { newId } from "@/lib/shared/ids";
import { clientOf, deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";

const school = newId();
const location = newId();
const office = newId();
const own: ReportFacts = { organisationId: school, locationId: location, officeId: office, isProtected: false };
const offer = { fromOfficeId: newId(), toOfficeId: newId(), isProtected: false, answer: null };
const unplaced: ReportFacts = { ...own, officeId: null };

const everyoneAtSchool = ["reporter", "preparer", "reader", "school_admin"] as const;
const everyoneAtOffice = ["officer", "office_clerk", "team_lead", "office_admin", "coordinator", "analyst"] as const;

/** Which roles may do what with what is their own. A lawyer can read this table; the code must agree with it. */
const matrix = {
  "report:file": ["reporter"],
  "report:prepare": ["reporter", "preparer"],
  "report:read": [
    "reporter",
    "preparer",
    "reader",
    "school_admin",
    "officer",
    "office_clerk",
    "team_lead",
    "coordinator",
  ],
  "report:write-down": ["officer", "office_clerk", "team_lead", "coordinator"],
  "report:confirm": ["reporter"],
  "report:correct": ["reporter"],
  "report:withdraw": ["reporter"],
  "report:urge": ["reporter"],
  "report:take": ["officer", "team_lead", "coordinator"],
  "report:record": ["officer", "team_lead", "coordinator"],
  "report:acknowledge": ["officer", "team_lead", "coordinator"],
  "report:close": ["officer", "team_lead", "coordinator"],
  "report:reopen": ["officer", "team_lead", "coordinator"],
  "report:assign": ["office_clerk", "team_lead", "coordinator"],
  "report:refer": ["officer", "office_clerk", "team_lead", "coordinator"],
  "report:transfer": ["officer", "team_lead", "coordinator"],
  "report:bring-in": ["reporter", "officer", "team_lead", "coordinator"],
  "residence:read": ["officer", "team_lead", "coordinator"],
  "dossier:take": ["officer", "team_lead", "coordinator"],
  "message:send": ["reporter", "officer", "team_lead", "coordinator"],
  "note:write": ["officer", "office_clerk", "team_lead", "coordinator"],
  "request:ask": ["officer", "team_lead", "coordinator"],
  "request:answer": ["reporter"],
  "draft:begin": ["reporter", "preparer"],
  "draft:change": ["reporter"],
  "draft:move": ["school_admin"],
  "report-template:keep": ["reporter", "school_admin"],
  "attachment:begin": ["reporter", "preparer", "officer", "office_clerk", "team_lead", "coordinator"],
  "import:begin": ["reporter"],
  "import:use": ["reporter"],
  "attachment:add": ["reporter", "preparer", "officer", "office_clerk", "team_lead", "coordinator"],
  "attachment:remove": ["reporter", "preparer", "officer", "office_clerk", "team_lead", "coordinator"],
  "papers:hold": ["officer", "team_lead", "coordinator"],
  "papers:hand-over": ["officer", "team_lead", "coordinator"],
  "papers:prove": ["officer", "office_clerk", "team_lead", "coordinator"],
  "attachment:open": [
    "reporter",
    "preparer",
    "reader",
    "school_admin",
    "officer",
    "office_clerk",
    "team_lead",
    "coordinator",
  ],
  "transfer:see": ["officer", "office_clerk", "team_lead", "coordinator"],
  "transfer:answer": ["officer", "team_lead", "coordinator"],
  "transfer:look-back": ["officer", "office_clerk", "team_lead", "coordinator"],
  "report:move": [],
  "report:place": ["administrator"],
  "oversight:read": ["team_lead"],
  "terms:keep": ["team_lead", "office_admin"],
  "templates:keep": ["team_lead", "office_admin"],
  "officers:plan": ["office_clerk", "team_lead", "office_admin"],
  "leave:plan": ["office_clerk", "team_lead", "office_admin"],
  "presence:keep": ["office_clerk", "team_lead", "office_admin"],
  "rules:keep": ["team_lead", "office_admin"],
  "rules:read": ["officer", "office_clerk", "team_lead", "coordinator", "office_admin"],
  "rules:try": ["team_lead", "office_admin"],
  "unroutable:list": ["administrator"],
  "areas:keep": ["administrator"],
  "areas:read-own": ["team_lead", "office_admin"],
  "route:ask": [],
  "directory:import": [],
  "calendar:keep": ["school_admin"],
  "people:manage": ["school_admin", "office_admin", "administrator"],
  "clients:manage": [],
  "mailbox:read": ["administrator"],
  "retention:watch": ["administrator"],
  "retention:release": ["administrator"],
  "access-log:read": ["auditor"],
  "figures:read": [...everyoneAtSchool, ...everyoneAtOffice, "administrator"],
  "figures:read-own": [...everyoneAtSchool, "officer", "office_clerk", "team_lead", "coordinator"],
  "figures:read-places": [...everyoneAtOffice, "administrator"],
  "figures:say-quiet": ["reporter", "school_admin"],
  "delivery:read": ["coordinator"],
  "delivery:ask": ["coordinator"],
  "delivery:mark": ["coordinator"],
  "delivery:make": [],
} satisfies Record<Action, readonly Role[]>;

const allRoles = Object.keys(roles) as Role[];

function inRole(role: Role): PersonViewer {
  if (isSchoolRole(role)) return reporterOf(school, { role });
  return isDeskRole(role) ? deskPerson(role) : officerOf(office, { role });
}

function allowed(role: Role, action: Action): boolean {
  const viewer = inRole(role);
  switch (action) {
    case "transfer:see":
    case "transfer:answer":
      return can(viewer, action, { ...offer, toOfficeId: office });
    case "transfer:look-back":
      return can(viewer, action, { ...offer, fromOfficeId: office, answer: "accepted" });
    case "report:place":
      return can(viewer, action, unplaced);
    case "draft:begin":
    case "draft:change":
    case "draft:move":
      return can(viewer, action, { organisationId: school, ownerId: newId(), handedInFor: location });
    case "report-template:keep":
      return can(viewer, action, { organisationId: school, locationId: null });
    case "import:begin":
      return can(viewer, action, { organisationId: school });
    case "import:use":
      return can(viewer, action, { organisationId: school, ownerId: viewer.accountId });
    case "attachment:remove":
      return can(viewer, action, { ...own, senderId: viewer.organisationId, isHeld: false });
    case "people:manage":
      return can(viewer, action, { organisationId: viewer.kind === "school" ? school : office });
    case "leave:plan":
    case "presence:keep":
      return can(viewer, action, { officeId: office, accountId: newId() });
    case "rules:keep":
    case "rules:read":
    case "rules:try":
    case "areas:read-own":
    case "oversight:read":
    case "terms:keep":
    case "delivery:read":
    case "delivery:ask":
    case "delivery:mark":
    case "templates:keep":
      return can(viewer, action, { officeId: office });
    case "unroutable:list":
    case "areas:keep":
    case "attachment:begin":
    case "report:move":
    case "route:ask":
    case "directory:import":
    case "clients:manage":
    case "mailbox:read":
    case "retention:watch":
    case "retention:release":
    case "access-log:read":
    case "figures:read":
    case "figures:read-own":
    case "delivery:make":
      return can(viewer, action, {});
    case "figures:read-places":
      return can(viewer, action, { level: "school" });
    default:
      return can(viewer, action, own);
  }
}

test("the mail of those who may say something at a report, and of nobody else, can be answered", () => {
  expect([...talkingRoles].sort()).toEqual([...matrix["message:send"]].sort());
});

test("the table names every action that the policy knows", () => {
  expect(Object.keys(matrix).sort()).toEqual([...actions].sort());
});

describe.each(allRoles)("in the role %s", (role) => {
  test.each(Object.keys(matrix) as Action[])("%s is allowed only where the table says so", (action) => {
    const named: readonly Role[] = matrix[action];
    expect(allowed(role, action)).toBe(named.includes(role));
  });
});

test("a sheet with many reports is its bringer's own, also for colleagues of the same school", () => {
  const bringer = reporterOf(school);
  const brought = { organisationId: school, ownerId: bringer.accountId };
  expect(can(bringer, "import:use", brought)).toBe(true);
  expect(can(reporterOf(school), "import:use", brought)).toBe(false);
  expect(can(reporterOf(newId(), { accountId: bringer.accountId }), "import:use", brought)).toBe(false);
  expect(can(reporterOf(school, { accountId: bringer.accountId, role: "reader" }), "import:use", brought)).toBe(false);
});

test("nobody takes back a paper that must stay, and no coupled system says that it must or need not", () => {
  const sender = reporterOf(school);
  const sent = { ...own, senderId: school };
  expect(can(sender, "attachment:remove", { ...sent, isHeld: false })).toBe(true);
  expect(can(sender, "attachment:remove", { ...sent, isHeld: true })).toBe(false);
  expect(can(clientOf(office, "office", ["reports:handle"]), "papers:hold", own)).toBe(false);
  expect(can(systemViewer("attachments"), "papers:hold", own)).toBe(false);
});

test("a draft is its writer's own until it is handed in, then also of who sends for that location", () => {
  const writer = reporterOf(school, { role: "preparer" });
  const draft = { organisationId: school, ownerId: writer.accountId, handedInFor: null };
  const handedIn = { ...draft, handedInFor: location };
  const elsewhere = reporterOf(school, { locationIds: [newId()] });
  expect(can(writer, "draft:change", draft)).toBe(true);
  expect(can(reporterOf(school), "draft:change", draft)).toBe(false);
  expect(can(reporterOf(school), "draft:change", handedIn)).toBe(true);
  expect(can(elsewhere, "draft:change", handedIn)).toBe(false);
  expect(can(reporterOf(school, { role: "preparer" }), "draft:change", handedIn)).toBe(false);
  expect(can(reporterOf(newId()), "draft:change", handedIn)).toBe(false);
});

test("templates of a location are kept by who has a mandate for it, those of the school by who has it for all", () => {
  const here = reporterOf(school, { locationIds: [location] });
  expect(can(here, "report-template:keep", { organisationId: school, locationId: location })).toBe(true);
  expect(can(here, "report-template:keep", { organisationId: school, locationId: newId() })).toBe(false);
  expect(can(here, "report-template:keep", { organisationId: school, locationId: null })).toBe(false);
  expect(can(reporterOf(newId()), "report-template:keep", { organisationId: school, locationId: null })).toBe(false);
});

test("a report is placed by hand only while no office has it", () => {
  expect(can(deskPerson("administrator"), "report:place", own)).toBe(false);
});

test("open reports follow their municipality by the work of the desk itself, and by nobody's hand", () => {
  expect(can(systemViewer("routing"), "report:move", {})).toBe(true);
  expect(can(systemViewer("command-line"), "report:move", {})).toBe(false);
});

test("an office touches a report of a protected student only through those who are named for it", () => {
  const facts = { ...own, isProtected: true };
  expect(can(officerOf(office), "report:read", facts)).toBe(false);
  expect(can(officerOf(office, { protectedCases: true }), "report:close", facts)).toBe(true);
});

test("an offer is answered by the office it was made to, while it waits, and looked back on by the other one once accepted", () => {
  const [from, to, elsewhere] = [newId(), newId(), newId()].map((id) => officerOf(id));
  if (!(from && to && elsewhere)) throw new Error("three offices were asked");
  const waiting = { fromOfficeId: from.officeId, toOfficeId: to.officeId, isProtected: false, answer: null };
  const accepted = { ...waiting, answer: "accepted" };
  const rights = ({
    action,
    facts,
  }: {
    action: "transfer:see" | "transfer:answer" | "transfer:look-back";
    facts: typeof accepted | typeof waiting;
  }) => [from, to, elsewhere].map((viewer) => can(viewer, action, facts));
  expect(rights({ action: "transfer:answer", facts: waiting })).toEqual([false, true, false]);
  expect(rights({ action: "transfer:see", facts: accepted })).toEqual([false, false, false]);
  expect(rights({ action: "transfer:look-back", facts: accepted })).toEqual([true, false, false]);
  expect(rights({ action: "transfer:look-back", facts: waiting })).toEqual([false, false, false]);
});

test("an offered report of a protected student is answered only by who is named for it", () => {
  const facts = { ...offer, toOfficeId: office, isProtected: true };
  expect(can(officerOf(office), "transfer:answer", facts)).toBe(false);
  expect(can(officerOf(office, { protectedCases: true }), "transfer:answer", facts)).toBe(true);
});

test("a mandate for one location opens no report of another", () => {
  const viewer = reporterOf(school, { locationIds: [newId()] });
  expect(can(viewer, "report:read", own)).toBe(false);
  expect(can(viewer, "report:file", own)).toBe(false);
});

test("the administrator of one school manages nobody of another", () => {
  expect(can(reporterOf(school, { role: "school_admin" }), "people:manage", { organisationId: newId() })).toBe(false);
});

test("an officer plans the own leave and hours at schools and nobody else's, and a lead plans nobody of another office", () => {
  const officer = officerOf(office);
  for (const action of ["leave:plan", "presence:keep"] as const) {
    expect(can(officer, action, { officeId: office, accountId: officer.accountId })).toBe(true);
    expect(can(officer, action, { officeId: office, accountId: newId() })).toBe(false);
    expect(can(officer, action, { officeId: newId(), accountId: officer.accountId })).toBe(false);
  }
  expect(can(officerOf(newId(), { role: "team_lead" }), "officers:plan", { officeId: office })).toBe(false);
});

test("the lead of one office keeps, reads and tries no rules of another", () => {
  const lead = officerOf(office, { role: "team_lead" });
  expect(can(lead, "rules:keep", { officeId: newId() })).toBe(false);
  expect(can(lead, "rules:read", { officeId: newId() })).toBe(false);
  expect(can(lead, "rules:try", { officeId: newId() })).toBe(false);
});

test("a school compares itself with places, and with no other school", () => {
  const viewer = reporterOf(school);
  expect(can(viewer, "figures:read-places", { level: "region" })).toBe(true);
  expect(can(viewer, "figures:read-places", { level: "location" })).toBe(false);
});

test("a coupled system reads figures with their scope, exact ones only where it may open the reports", () => {
  const [bare, open] = [clientOf(school, "school", ["figures:read"]), ["figures:read", "reports:read"] as const];
  expect(can(clientOf(school, "school", ["reports:read"]), "figures:read", {})).toBe(false);
  expect(can(bare, "figures:read", {})).toBe(true);
  expect(can(bare, "figures:read-own", {})).toBe(false);
  expect(can(clientOf(school, "school", open), "figures:read-own", {})).toBe(true);
  expect(can(clientOf(school, "school", open), "figures:read-places", { level: "location" })).toBe(false);
  expect(can(clientOf(office, "office", open), "figures:read-places", { level: "location" })).toBe(true);
});
