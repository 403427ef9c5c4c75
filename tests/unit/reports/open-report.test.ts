import { expect, test } from "vitest";
import { schoolFiler } from "@/lib/reports/filer";
import { reportInput } from "@/lib/reports/input";
import { usualLessons } from "@/lib/reports/lesson-hours";
import { openReport } from "@/lib/reports/open-report";
import { noCalendar } from "@/lib/reports/terms";
import type { Route } from "@/lib/routing/route";
import { nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { clientOf, reporterOf } from "@/tests/support/viewers";

const now = nowAt(new Date("2026-04-23T07:15:00Z"));
const school = newId();
const input = reportInput.parse({
  school: { brin: "00AH", location: "07" },
  student: { number: "999990019" },
  type: "other_absence",
  firstDay: "2026-04-13",
  hours: [{ day: "2026-04-13", lessons: [1, 2] }],
  reasonCode: "unknown",
});

const assigned: Route = {
  kind: "assigned",
  regime: "compulsory",
  municipality: { code: "0153", name: "Enschede" },
  office: { id: newId(), code: "LP0153", name: "Leerplicht Enschede" },
  officer: { id: newId(), name: "J. de Vries" },
  ruleSetVersion: null,
  officeRuleId: null,
  alsoMatched: [],
  rule: "location-officer",
  because: ["lives-there", "own-office", "cares-for-location"],
  tried: [],
  isProtected: false,
};

const unroutable: Route = {
  kind: "unroutable",
  why: "unknown-residence",
  regime: "compulsory",
  municipality: null,
  rule: "residence",
  because: ["unknown-residence"],
  tried: [],
  isProtected: false,
};

function open(route: Route, viewer: Parameters<typeof schoolFiler>[0] = reporterOf(school, { name: "Anouk Verbeek" })) {
  return openReport({
    filer: schoolFiler(viewer),
    input,
    filing: {
      location: { id: newId(), ...usualLessons },
      student: { id: newId(), group: "3B" },
      followUpTo: { id: newId(), reference: "V-2026-AAAAAAA" },
      firstDay: input.firstDay ?? now.today,
      counting: { periods: [], earlier: [], over18Days: null, lateDays: [], ladder: [] },
    },
    route,
    calendar: noCalendar,
    now,
    ids: { id: newId(), reference: "V-2026-BBBBBBB" },
    submissionId: newId(),
  });
}

test("a report that found its office begins registered, there, with who filed it and two events", () => {
  const { report, events, filed } = open(assigned);
  expect(report).toMatchObject({
    status: "registered",
    officeId: assigned.office.id,
    reporterName: "Anouk Verbeek",
    clientId: null,
    hoursTotal: 2,
    lastDay: null,
    contact: { name: "Anouk Verbeek" },
  });
  expect(events.map(({ kind }) => kind)).toEqual(["filed", "routed"]);
  expect(events[0]).toMatchObject({ data: { followUpTo: "V-2026-AAAAAAA" } });
  expect(filed.assignment).toEqual({
    outcome: "assigned",
    office: { code: "LP0153", name: "Leerplicht Enschede" },
    officer: { name: "J. de Vries" },
    because: assigned.because,
  });
});

test("of a protected student the sender hears no office, no place and no name, not even in the reasons", () => {
  const { filed, report } = open({ ...assigned, isProtected: true });
  expect(filed.assignment).toEqual({ outcome: "assigned", office: null, officer: null, because: ["protected"] });
  expect(JSON.stringify(filed)).not.toMatch(/Enschede|Vries|LP0153/);
  expect(report).toMatchObject({ isProtected: true, officeId: assigned.office.id });
});

test("of a protected student without an office the sender does not hear why", () => {
  const { filed } = open({ ...unroutable, isProtected: true });
  expect(filed.assignment.because).toEqual(["protected"]);
});

test("a report that nobody is competent for is kept, without an office, and says why", () => {
  const { report, events, filed } = open(unroutable);
  expect(report).toMatchObject({ officeId: null, officerId: null, status: "registered" });
  expect(events.at(-1)).toMatchObject({ kind: "unroutable", data: { why: "unknown-residence" } });
  expect(filed.assignment).toMatchObject({ outcome: "unroutable", office: null, because: ["unknown-residence"] });
});

test("a coupled system files under its own name, and nobody's mail address", () => {
  const { report } = open(assigned, clientOf(school, "school", ["reports:file"]));
  expect(report).toMatchObject({ reporterId: null, contact: { name: "Test koppeling", email: null } });
  expect(report.clientId).not.toBeNull();
});

test("five working days are promised, and the free Monday is not one of them", () => {
  expect(open(assigned).filed.dueAt.toISOString()).toBe("2026-05-01T21:59:59.999Z");
});
