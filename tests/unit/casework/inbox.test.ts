import { describe, expect, test } from "vitest";
import { readInboxCursor, viewsFor, writeInboxCursor } from "@/lib/casework/inbox";
import { newId } from "@/lib/shared/ids";
import { officerOf } from "@/tests/support/viewers";

const place = {
  firstReactionAt: null,
  dueAt: new Date("2026-11-12T22:59:59.999Z"),
  changedAt: new Date("2026-11-01T10:00:00.000Z"),
  id: newId(),
};

describe("the place in a list", () => {
  test("is written and read back, for work that waits and for work that was answered", () => {
    const { firstReactionAt, dueAt, id } = place;
    expect(readInboxCursor("team", writeInboxCursor("team", place))).toEqual({
      list: "open",
      firstReactionAt,
      dueAt,
      id,
    });
    const answered = { ...place, firstReactionAt: new Date("2026-11-02T08:00:00.000Z") };
    expect(readInboxCursor("team", writeInboxCursor("team", answered))).toMatchObject({
      firstReactionAt: answered.firstReactionAt,
    });
  });

  test("of done work goes by the last change", () => {
    const { changedAt, id } = place;
    expect(readInboxCursor("done", writeInboxCursor("done", place))).toEqual({ list: "done", changedAt, id });
  });

  test.each(["", "x", "_", "2026-11-12T22:59:59.999Z", "2026-11-12T22:59:59.999Z_nobody", "a_b_c_d", "'; DROP TABLE"])(
    "begins at the first page when it is no place: %j",
    (cursor) => {
      expect(readInboxCursor("team", cursor)).toBeNull();
      expect(readInboxCursor("done", cursor)).toBeNull();
    },
  );

  test("of one kind of list is no place in the other", () => {
    expect(readInboxCursor("done", writeInboxCursor("team", place))).toBeNull();
    expect(readInboxCursor("team", writeInboxCursor("done", place))).toBeNull();
  });
});

test("whoever takes up no reports has no list of his own", () => {
  const office = newId();
  expect(viewsFor(officerOf(office))).toContain("mine");
  expect(viewsFor(officerOf(office, { role: "office_clerk" }))).not.toContain("mine");
});
