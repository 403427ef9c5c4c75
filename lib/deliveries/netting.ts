import { ruleSetOn } from "@/lib/directory/rule-sets";
import { addDays, birthday, type CalendarDate } from "@/lib/shared/calendar-date";
import type { Class, Reason } from "./classes";
import { type Enrolment, enrolmentBefore, enrolmentOn, homeOn, type Life, lastEnrolmentBefore } from "./life";
import { type Standing, standingOn, standsSince } from "./standing";

/** Both days are in it. */
export interface Period {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** What somebody did or was in a period, for one region, with the evidence. */
export interface Netted {
  readonly class: Class;
  readonly reason: Reason;
  /** Was, or is, in the list of early leavers of this region. */
  readonly wasOpen: boolean;
  readonly isOpen: boolean;
  readonly standing: Standing;
  /** The first day of that standing. */
  readonly since: CalendarDate;
  /** The enrolment that ended last; null: never enrolled before. */
  readonly last: Enrolment | null;
  /** The enrolment that holds at the end; null: not enrolled. */
  readonly next: Enrolment | null;
  /** What the register says now differs from what was delivered before. */
  readonly isCorrection: boolean;
}

interface Question {
  readonly regionNumber: number;
  readonly period: Period;
  /** Whether the delivery before this one had somebody in its list. Null: there is none, the register says it. */
  readonly deliveredOpen: boolean | null;
}

/** Someone at the beginning of a period and at its end. */
interface Frame {
  readonly life: Life;
  readonly period: Period;
  readonly regionNumber: number;
  readonly before: Standing;
  readonly after: Standing;
  readonly regionBefore: number | null;
  readonly regionAfter: number | null;
  readonly computedOpen: boolean;
  readonly wasOpen: boolean;
  readonly isOpen: boolean;
}

/** Computed from the gaps between enrolments, not from deregistrations. Null: nothing to tell of this person here. */
export function netLife(life: Life, question: Question): Netted | null {
  const frame = frameOf(life, question);
  const found = classify(frame);
  if (found === null) return null;
  const { after, period, wasOpen, isOpen, computedOpen } = frame;
  const next = enrolmentOn(life, period.until);
  return {
    ...found,
    wasOpen,
    isOpen,
    standing: after,
    since: standsSince(life, period.until),
    last: next === null ? lastEnrolmentBefore(life, period.until) : enrolmentBefore(life, next, period.until),
    next,
    isCorrection: wasOpen !== computedOpen,
  };
}

function frameOf(life: Life, { regionNumber, period, deliveredOpen }: Question): Frame {
  const opening = addDays(period.from, -1);
  const [before, after] = [standingOn(life, opening), standingOn(life, period.until)];
  const [regionBefore, regionAfter] = [regionOn(life, opening), regionOn(life, period.until)];
  const computedOpen = before === "leaver" && regionBefore === regionNumber;
  return {
    life,
    period,
    regionNumber,
    before,
    after,
    regionBefore,
    regionAfter,
    computedOpen,
    wasOpen: deliveredOpen ?? computedOpen,
    isOpen: after === "leaver" && regionAfter === regionNumber,
  };
}

function regionOn(life: Life, day: CalendarDate): number | null {
  return homeOn(life, day)?.regionNumber ?? null;
}

type Found = Pick<Netted, "class" | "reason">;

const plainly = (name: Class): Found => ({ class: name, reason: "none" });

function classify(frame: Frame): Found | null {
  const { wasOpen, isOpen } = frame;
  if (isOpen) return wasOpen ? plainly("still-open") : { class: "new", reason: whyNew(frame) };
  return wasOpen ? resolved(frame) : untouchedList(frame);
}

function whyNew({ before, computedOpen, regionBefore, regionNumber }: Frame): Reason {
  if (computedOpen) return "register-late";
  if (before === "leaver" && regionBefore !== regionNumber) return "moved-in";
  return whyNewFrom[before] ?? "left";
}

const whyNewFrom: Partial<Record<Standing, Reason>> = {
  waiting: "no-enrolment-after-diploma",
  "absolute-absence": "duty-ended",
  "over-age": "age-limit-raised",
  exempt: "exemption-ended",
  "certificate-with-work": "work-ended",
};

/** Was in the list and is not any more: why, the weightiest first. */
function resolved(frame: Frame): Found {
  const { after, computedOpen } = frame;
  if (!computedOpen && after === "enrolled") return { class: "corrected", reason: "register-late" };
  if (after === "enrolled") return { class: "back", reason: "enrolled" };
  if (after === "qualified") return plainly("late-qualified");
  return elsewhere(frame) ?? plainly(notEnrolled[after] ?? "corrected");
}

/** The class of whoever is not enrolled at the end, by how he stands. */
const notEnrolled: Partial<Record<Standing, Class>> = {
  waiting: "graduated-waiting",
  qualified: "qualified",
  exempt: "exempt",
  "certificate-with-work": "certificate-with-work",
  "over-age": "over-age",
  deceased: "deceased",
  "absolute-absence": "absolute-absence",
};

/** Death weighs more than a move. */
function elsewhere({ after, regionAfter, regionNumber }: Frame): Found | null {
  if (after === "deceased" || regionAfter === regionNumber) return null;
  return { class: "moved", reason: regionAfter === null ? "emigrated" : "moved-to-region" };
}

/** Is in no list, before nor after: a switch, a graduation, or leaving for a good reason. */
function untouchedList(frame: Frame): Found | null {
  const { after, regionAfter, regionNumber } = frame;
  if (regionAfter !== regionNumber) return leftRegion(frame);
  if (wasOverAge(frame)) return null;
  if (after === "enrolled") return transferOf(frame);
  if (after === "waiting") return plainly("graduated-waiting");
  if (!leftSchool(frame)) return null;
  const name = notEnrolled[after];
  return name === undefined ? null : plainly(name);
}

/** Whoever was over the limit before the period is nobody's business any more, also when he switches or leaves. */
function wasOverAge({ life, period }: Frame): boolean {
  const opening = addDays(period.from, -1);
  return birthday(life.birthDate, ruleSetOn(period.from).over18.untilAge) <= opening;
}

/** Who left school and the region in one period is told of in the new region; here it says that he moved. */
function leftRegion(frame: Frame): Found | null {
  const { after, regionBefore, regionNumber } = frame;
  if (regionBefore !== regionNumber || after === "enrolled") return null;
  if (wasOverAge(frame) || !leftSchool(frame)) return null;
  return elsewhere(frame);
}

/** An enrolment ended in this period. */
function leftSchool({ before, life, period }: Frame): boolean {
  if (before === "enrolled") return true;
  const opening = addDays(period.from, -1);
  return life.enrolments.some(({ lastDay }) => lastDay !== null && lastDay >= opening && lastDay < period.until);
}

function transferOf({ life, period }: Frame): Found | null {
  const now = enrolmentOn(life, period.until);
  if (now === null || now.firstDay < period.from) return null;
  const earlier = enrolmentBefore(life, now, period.until);
  // Enrolled somewhere else all the time: a second enrolment is no switch.
  if (earlier === null || coversWhole(life, period)) return null;
  return { class: transferClass(earlier, now), reason: "enrolled" };
}

function coversWhole({ enrolments }: Life, { from, until }: Period): boolean {
  return enrolments.some(({ firstDay, lastDay }) => firstDay < from && (lastDay === null || lastDay >= until));
}

/** The same institution code in another sector is another sector (settled 42). */
function transferClass(earlier: Enrolment, now: Enrolment): Class {
  if (earlier.sector !== now.sector) return "transfer-sector";
  return earlier.brin === now.brin ? "transfer-programme" : "transfer-institution";
}
