"use server";

import { calendarPeriodInput, calendarRemovalInput, lessonsInput } from "@/lib/directory/calendar-input";
import { addCalendarPeriod, removeCalendarPeriod, setLessons } from "@/lib/directory/commands/keep-calendar.server";
import { formAction } from "@/lib/web/form-action.server";

const page = (done: string) => () => `/beheer/kalender?klaar=${done}`;

export const addPeriodAction = formAction(calendarPeriodInput, addCalendarPeriod, page("periode"));

export const removePeriodAction = formAction(calendarRemovalInput, removeCalendarPeriod, page("periode-weg"));

export const setLessonsAction = formAction(lessonsInput, setLessons, page("lessen"));
