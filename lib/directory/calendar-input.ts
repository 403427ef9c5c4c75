import { z } from "zod";
import { calendarKinds } from "@/lib/directory/school-calendar";
import { writtenDay } from "@/lib/identity/people-input";
import { optionalLine } from "@/lib/shared/words";

const longestDays = 366;
const dayMilliseconds = 86_400_000;

/** A period without lessons, or with lessons after all, of the school or a part of it. */
export const calendarPeriodInput = z
  .strictObject({
    kind: z.enum(calendarKinds, { error: "required" }),
    /** Absent: all locations. */
    locationId: z.uuid({ error: "location-unknown" }).optional(),
    /** Absent: all groups. */
    group: optionalLine(30),
    /** Absent: all programmes. */
    programmeCode: optionalLine(20),
    firstDay: writtenDay,
    lastDay: writtenDay,
    name: optionalLine(100),
  })
  .refine(({ firstDay, lastDay }) => lastDay >= firstDay, { path: ["lastDay"], error: "last-day-before-first" })
  .refine(({ firstDay, lastDay }) => Date.parse(lastDay) - Date.parse(firstDay) <= longestDays * dayMilliseconds, {
    path: ["lastDay"],
    error: "period-too-long",
  });
export type CalendarPeriodInput = z.output<typeof calendarPeriodInput>;

/** The key of a period, as its button carries it. */
export const calendarRemovalInput = z.strictObject({
  owner: z.string().max(400),
  firstDay: writtenDay,
  kind: z.enum(calendarKinds),
});
export type CalendarRemoval = z.output<typeof calendarRemovalInput>;

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
export const lessonFields = weekdays;

const lessons = z.coerce.number({ error: "lessons-invalid" }).int({ error: "lessons-invalid" });
const count = lessons.min(0, { error: "lessons-invalid" }).max(12, { error: "lessons-invalid" });
const whole = (code: string, least: number, most: number) =>
  z.coerce.number({ error: code }).int({ error: code }).min(least, { error: code }).max(most, { error: code });

/** How a location gives its lessons. */
export const lessonsInput = z.strictObject({
  locationId: z.uuid(),
  monday: count,
  tuesday: count,
  wednesday: count,
  thursday: count,
  friday: count,
  lessonMinutes: whole("lesson-minutes-invalid", 20, 240),
  /** Absent: the law's own term. */
  over18Days: whole("over-18-days-invalid", 1, 28).optional(),
});
export type LessonsInput = z.output<typeof lessonsInput>;
