import { z } from "zod";
import { calendarDate } from "@/lib/shared/calendar-date";

/** A municipality that changes on a day: the one name of what moves. */
export const areaMoveChoice = z.strictObject({ oldCode: z.string().regex(/^\d{4}$/), effectiveOn: calendarDate });
export type AreaMoveChoice = z.infer<typeof areaMoveChoice>;
