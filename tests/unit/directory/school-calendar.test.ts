import { expect, test } from "vitest";
import { calendarOwner, calendarOwners, isSchoolDay } from "@/lib/directory/school-calendar";
import { calendarDate } from "@/lib/shared/calendar-date";

const day = (text: string) => calendarDate.parse(text);

test("a student follows the holidays of the region and every calendar of the school that does not name others", () => {
  const owners = calendarOwners({ brin: "00AH", locationCode: "00AH07", group: "3B", holidayRegion: "noord" });
  expect(owners).toEqual([
    "region:noord",
    "school:00AH:::",
    "school:00AH::3B:",
    "school:00AH:00AH07::",
    "school:00AH:00AH07:3B:",
  ]);
  expect(owners).not.toContain(calendarOwner({ brin: "00AH", group: "3A" }));
});

test("a group whose name holds the sign between the parts cannot pass for another calendar", () => {
  expect(calendarOwner({ brin: "00AH", group: "a:b" })).not.toBe(
    calendarOwner({ brin: "00AH", group: "a", programmeCode: "b" }),
  );
});

test("a school day is a weekday outside every period, whose first and last day belong to it", () => {
  const autumn = [{ firstDay: day("2026-10-12"), lastDay: day("2026-10-16"), kind: "holiday" }];
  const isOne = (text: string) => isSchoolDay(day(text), autumn);
  expect(["2026-10-09", "2026-10-19"].map(isOne)).toEqual([true, true]);
  expect(["2026-10-10", "2026-10-12", "2026-10-16", "2026-10-18"].map(isOne)).toEqual([false, false, false, false]);
});
