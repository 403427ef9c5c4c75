import { describe, expect, test } from "vitest";
import { listAddress, readListAddress } from "@/app/meldingen/list-address";
import { listRow } from "@/components/reports/list-row";
import { translatorFor } from "@/lib/i18n/translator";
import { listFilter, listViews, readListCursor, writeListCursor } from "@/lib/reports/list-filter";
import type { ReportLine } from "@/lib/reports/views";
import { calendarDate } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { newReference } from "@/lib/shared/reference";

const reference = newReference(2026, new Uint8Array([1, 2, 3, 4, 5, 6]));

describe("the filter", () => {
  test("of what is open and of what is done is everything, once", () => {
    const [open] = listFilter({ view: "open" }).AND;
    const [done] = listFilter({ view: "done" }).AND;
    expect(open).toEqual({ closedAt: null });
    expect(done).toEqual({ closedAt: { not: null } });
    expect(listFilter({ view: "all" }).AND).toEqual([]);
  });
});

describe("the place in the list", () => {
  const row = {
    filedAt: new Date("2026-04-23T07:15:00.123Z"),
    changedAt: new Date("2026-04-24T07:15:00.123Z"),
    id: "0196612f-9c40-7a3e-8a7d-3f6f1f1c2b1a",
  };

  test("comes back as it went out", () => {
    expect(readListCursor(writeListCursor(row))).toEqual({
      OR: [{ filedAt: { lt: row.filedAt } }, { filedAt: row.filedAt, id: { lt: row.id } }],
    });
  });

  test.each([undefined, "", "x", "-1", "2026-04-23_1 OR 1=1", `${row.id}_${row.id}`])(
    "%j begins at the beginning",
    (cursor) => {
      expect(readListCursor(cursor)).toEqual({});
    },
  );

  test.each(listViews)("of what is %s has an address that can be read again", (view) => {
    const query = Object.fromEntries(new URL(listAddress({ view }, "a_b"), "http://x").searchParams);
    expect(readListAddress(query)).toMatchObject({ view, cursor: "a_b", order: "newest" });
  });

  test("keeps the institution, the location and all else that was chosen", () => {
    const chosen = "instelling=19NG&vestiging=19NG00&volgorde=oud";
    const { cursor: _cursor, ...wish } = readListAddress(Object.fromEntries(new URLSearchParams(chosen)));
    expect(wish).toMatchObject({ brin: "19NG", locationCode: "19NG00", order: "oldest" });
    expect(listAddress(wish)).toBe(`/meldingen?${chosen}`);
  });

  test("in another order follows that order", () => {
    expect(readListCursor(writeListCursor(row, "changed"), "changed")).toEqual({
      OR: [{ changedAt: { lt: row.changedAt } }, { changedAt: row.changedAt, id: { lt: row.id } }],
    });
    expect(readListCursor(writeListCursor(row, "oldest"), "oldest")).toEqual({
      OR: [{ filedAt: { gt: row.filedAt } }, { filedAt: row.filedAt, id: { gt: row.id } }],
    });
  });

  test("all filters come back from the address, and what is no choice is none", () => {
    const wish = {
      view: "all",
      order: "changed",
      type: "late_arrival",
      locationCode: "00AH07",
      officerId: row.id,
      filedFrom: calendarDate.parse("2026-04-01"),
      filedUntil: calendarDate.parse("2026-04-30"),
      closedSince: calendarDate.parse("2026-04-20"),
      isUnanswered: true,
      onlyUnread: true,
      onlyFollowed: true,
    } as const;
    const query = Object.fromEntries(new URL(listAddress(wish), "http://x").searchParams);
    expect(readListAddress(query)).toEqual({ ...wish, cursor: undefined });
    expect(readListAddress({ soort: "x", ambtenaar: "Jan", van: "31-2-2026" })).toMatchObject({
      type: undefined,
      officerId: undefined,
      filedFrom: undefined,
    });
  });

  test("an address twice the same or unknown shows what is open", () => {
    expect(readListAddress({ toon: ["alles", "open"], na: ["a", "b"] })).toMatchObject({
      view: "open",
      cursor: undefined,
    });
    expect(readListAddress({ toon: "geheim" }).view).toBe("open");
  });
});

describe("a line", () => {
  const line: ReportLine = {
    reference,
    studentName: "Sami de Boer",
    group: null,
    ownReference: null,
    type: "other_absence",
    firstDay: calendarDate.parse("2026-04-13"),
    locationName: "Zuid",
    status: "registered",
    filedAt: new Date("2026-04-16T07:15:00Z"),
    changedAt: new Date("2026-04-16T07:15:00Z"),
    dueAt: new Date("2026-04-23T21:59:59.999Z"),
    isStill: false,
    hasReaction: false,
    isOfficeHidden: false,
    officeName: "Leerplicht Enschede",
    officerName: null,
  };
  const told = (given: Partial<ReportLine>, at = "2026-04-23T07:15:00Z") =>
    listRow({ ...line, ...given }, { t: translatorFor("nl"), locale: "nl", now: nowAt(new Date(at)) });

  test("is in time on the last day itself and late the day after", () => {
    expect(told({})).toMatchObject({ due: "uiterlijk do 23 apr", isLate: false });
    expect(told({}, "2026-04-23T22:00:00Z")).toMatchObject({ due: "had er do 23 apr moeten zijn", isLate: true });
  });

  test("says nothing of a promise that was kept, or that nobody waits for", () => {
    expect(told({ hasReaction: true }, "2026-05-23T07:15:00Z")).toMatchObject({ due: "gereageerd", isLate: false });
    expect(told({ status: "withdrawn" }, "2026-05-23T07:15:00Z").isLate).toBe(false);
  });

  test("names the officer, else the office, and names nobody where nobody may be named", () => {
    expect(told({ officerName: "J. de Vries" }).where).toBe("J. de Vries");
    expect(told({}).where).toBe("Leerplicht Enschede");
    expect(told({ officeName: null }).where).toBe("Het loket zoekt een kantoor");
    expect(told({ officeName: null, isOfficeHidden: true }).where).toBe("Het bevoegde kantoor");
  });
});
