"use server";

import { calendarPeriodInput, calendarRemovalInput, lessonsInput } from "@/lib/directory/calendar-input";
import { addCalendarPeriod, removeCalendarPeriod, setLessons } from "@/lib/directory/commands/keep-calendar.server";
import { keepSchoolLadder } from "@/lib/reports/commands/keep-ladder.server";
import { schoolLadderForm } from "@/lib/reports/ladder-input";
import { formAction } from "@/lib/web/form-action.server";

const page = (done: string) => () => `/beheer/kalender?klaar=${done}`;

export const addPeriodAction = formAction(calendarPeriodInput, addCalendarPeriod, page("periode"));

export const removePeriodAction = formAction(calendarRemovalInput, removeCalendarPeriod, page("periode-weg"));

export const keepLadderAction = formAction(schoolLadderForm, keepSchoolLadder, page("stappen"));

export const setLessonsAction = formAction(lessonsInput, setLessons, page("lessen"));
