import { describe, expect, test } from "vitest";
import { allDaily, deliveryOf } from "@/lib/notifications/choices";
import { isFor, mailboxesOf } from "@/lib/notifications/follow-rule";
import { type EventKind, eventKinds } from "@/lib/timeline/events";

const report = { locationId: "north", type: "truancy" };

test.each([
  [{ locationId: "south", type: null }, false],
  [{ locationId: null, type: "late_arrival" }, false],
  [{ locationId: "north", type: "late_arrival" }, false],
  [{ locationId: null, type: null }, true],
  [{ locationId: "north", type: "truancy" }, true],
])("a rule is for the reports of its location and type: %j, %s", (rule, expected) => {
  expect(isFor(rule, report)).toBe(expected);
});

test("a mailbox of several rules is told once, and at once when one of them says so", () => {
  const organisationId = "school";
  const rules = [
    { email: "a@school.example", isDaily: true, organisationId },
    { email: "b@school.example", isDaily: true, organisationId },
    { email: "a@school.example", isDaily: false, organisationId },
    { email: "b@school.example", isDaily: true, organisationId },
  ];
  expect(mailboxesOf(rules)).toEqual([
    { email: "a@school.example", isDaily: false, organisationId },
    { email: "b@school.example", isDaily: true, organisationId },
  ]);
});

describe("a mailbox that hears once a day", () => {
  const kinds = Object.keys(eventKinds) as EventKind[];
  const atOnce = (isUrgent: boolean) => kinds.filter((kind) => deliveryOf(kind, allDaily, { isUrgent }) === "now");

  test("hears at once of a school that waits too long or wants a call", () => {
    expect(atOnce(false)).toEqual(["no_reaction", "call_asked"]);
  });

  test("hears at once too of an urgent report that comes to its office", () => {
    expect(atOnce(true)).toEqual(expect.arrayContaining(["routed", "moved", "placed", "referred", "assigned"]));
  });

  test("misses nothing", () => {
    expect(kinds.filter((kind) => deliveryOf(kind, allDaily, { isUrgent: false }) === "off")).toEqual([]);
  });
});
