import { describe, expect, test } from "vitest";
import {
  inboxFilter,
  inboxOrder,
  inboxViewCodes,
  readInboxCursor,
  viewsFor,
  writeInboxCursor,
} from "@/lib/casework/inbox";
import { nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { officerOf } from "@/tests/support/viewers";

const now = nowAt(new Date("2026-11-10T09:00:00Z"));
const place = {
  firstReactionAt: null,
  dueAt: new Date("2026-11-12T22:59:59.999Z"),
  changedAt: new Date("2026-11-01T10:00:00.000Z"),
  id: newId(),
};

test("every list but the last holds open work only", () => {
  for (const view of inboxViewCodes.filter((code) => code !== "done")) {
    expect.soft(inboxFilter(view, "a", now).closedAt, view).toBeNull();
  }
  expect(inboxFilter("done", "a", now).closedAt).toEqual({ not: null });
});

test("late is what had no reaction by the end of its last day", () => {
  expect(inboxFilter("overdue", "a", now)).toMatchObject({ firstReactionAt: null, dueAt: { lt: now.at } });
});

test("one's own list is of the account that asks", () => {
  expect(inboxFilter("mine", "this-account", now)).toMatchObject({ officerId: "this-account" });
});

test("what waits for a reaction stands before what had one", () => {
  expect(inboxOrder("mine")[0]).toEqual({ firstReactionAt: { sort: "asc", nulls: "first" } });
});

describe("the place in a list", () => {
  test("is written and read back, for work that waits and for work that was answered", () => {
    expect(readInboxCursor("team", writeInboxCursor("team", place))).toEqual({
      OR: [
        { firstReactionAt: null, OR: [{ dueAt: { gt: place.dueAt } }, { dueAt: place.dueAt, id: { gt: place.id } }] },
        { firstReactionAt: { not: null } },
      ],
    });
    const answered = { ...place, firstReactionAt: new Date("2026-11-02T08:00:00.000Z") };
    expect(readInboxCursor("team", writeInboxCursor("team", answered))).toMatchObject({
      firstReactionAt: { gte: answered.firstReactionAt },
    });
  });

  test("of done work goes by the last change", () => {
    expect(readInboxCursor("done", writeInboxCursor("done", place))).toMatchObject({
      changedAt: { lte: place.changedAt },
    });
  });

  test.each(["", "x", "_", "2026-11-12T22:59:59.999Z", "2026-11-12T22:59:59.999Z_nobody", "a_b_c_d", "'; DROP TABLE"])(
    "begins at the first page when it is no place: %j",
    (cursor) => {
      expect(readInboxCursor("team", cursor)).toEqual({});
      expect(readInboxCursor("done", cursor)).toEqual({});
    },
  );

  test("of one kind of list is no place in the other", () => {
    expect(readInboxCursor("done", writeInboxCursor("team", place))).toEqual({});
    expect(readInboxCursor("team", writeInboxCursor("done", place))).toEqual({});
  });
});

test("whoever takes up no reports has no list of his own", () => {
  const office = newId();
  expect(viewsFor(officerOf(office))).toContain("mine");
  expect(viewsFor(officerOf(office, { role: "office_clerk" }))).not.toContain("mine");
});
