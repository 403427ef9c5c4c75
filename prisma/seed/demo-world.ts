import type { CalendarDate } from "@/lib/shared/calendar-date";
import { type Row, readReference } from "./csv";
import { inventLeavers, type Leavers } from "./leavers";
import { chanceFrom } from "./random";
import { inventReports, type SeedReport } from "./reports";
import { inventStudents, type SeedStudent } from "./students";

const seedNumber = 894;
const studentCount = 2_600;
const reportCount = 1_300;

export interface DemoWorld {
  readonly municipalities: readonly Row[];
  readonly regions: readonly Row[];
  readonly schools: readonly Row[];
  readonly changes: readonly Row[];
  readonly calendar: readonly Row[];
  readonly students: readonly SeedStudent[];
  readonly reports: readonly SeedReport[];
  /** Who left school: nobody reports them any more. */
  readonly leavers: Leavers;
}

/** The demo world as it is invented, before it is stored; equal on the same day (settled 33). */
export async function inventDemoWorld(today: CalendarDate): Promise<DemoWorld> {
  const municipalities = await readReference("municipalities.csv");
  const schools = await readReference("schools.csv");
  const students = inventStudents(chanceFrom(seedNumber), { today, schools, municipalities, count: studentCount });
  return {
    municipalities,
    schools,
    students,
    regions: await readReference("regions.csv"),
    changes: await readReference("municipality-changes.csv"),
    calendar: await readReference("calendar.csv"),
    leavers: inventLeavers(chanceFrom(seedNumber + 2), { today, schools, municipalities }),
    reports: inventReports(chanceFrom(seedNumber + 1), { students, today, count: reportCount }),
  };
}
