"use client";

import { type PointerEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { errorBar, FieldError, FieldHint } from "@/components/ui/field-frame";
import { mostWeeks } from "@/lib/reports/hour-weeks";
import { faultAt, type ReportFormState } from "./form-state";
import type { FormText, LocationOption } from "./form-text";
import { countHours, type HourPeriod, longDay, weeksIn } from "./hours-days";
import { HoursWeek } from "./hours-week";
import { typedValues } from "./typed-values";

interface HoursGridProps {
  readonly state: ReportFormState;
  readonly text: FormText;
  readonly period: HourPeriod;
  readonly location: LocationOption;
}

/** The hours that were missed, week by week; counts along. Without script the server brings the days. */
export function HoursGrid({ state, text, period, location }: HoursGridProps) {
  const { hours } = text;
  const box = useRef<HTMLFieldSetElement>(null);
  const [total, setTotal] = useState(() => countHours(state.values, location));
  const weeks = weeksIn(period, state.counting);
  const hourFaults = state.faults.filter(({ field }) => field === "hours" || field?.startsWith("clock."));
  const wrong = new Set(hourFaults.flatMap(({ field }) => field ?? []));
  const error = faultAt(state, "hours") ?? hourFaults[0]?.text;
  const recount = () => {
    const form = box.current?.form;
    if (form) setTotal(countHours(typedValues(form), location));
  };
  return (
    <fieldset
      ref={box}
      id="hours"
      tabIndex={-1}
      className={errorBar(error)}
      onChange={recount}
      aria-describedby="hours-hint"
    >
      <legend className="float-left mb-1.5 w-full font-semibold">
        {hours.label} <span className="text-sm font-normal text-ink-soft">({text.optional})</span>
      </legend>
      <FieldHint id="hours">{location.counts === "lessons" ? hours.hintLessons : hours.hintClock}</FieldHint>
      <FieldError id="hours">{error}</FieldError>
      {weeks.length === 0 ? <NoDays text={hours} /> : null}
      <PaintArea>
        {weeks.length === mostWeeks ? <p className="text-sm text-ink-soft">{hours.mostWeeks}</p> : null}
        {weeks.map((week, index) => (
          <Details
            key={week.monday}
            summary={`${hours.week} ${longDay(week.monday, hours)}`}
            isOpen={weeks.length <= 2 || index === 0 || hasHours(state, week.days)}
          >
            <HoursWeek
              week={week}
              values={state.values}
              text={hours}
              counts={location.counts}
              lessonCount={Math.max(8, location.lessonsPerDay)}
              wrong={wrong}
            />
          </Details>
        ))}
      </PaintArea>
      {weeks.length > 0 ? <Total total={total} text={hours} counts={location.counts} /> : null}
    </fieldset>
  );
}

function hasHours({ values }: ReportFormState, days: readonly { readonly day: string }[]): boolean {
  return days.some(({ day }) =>
    [`lesson.${day}`, `whole.${day}`, `clock.${day}`].some((name) => (values[name] ?? "") !== ""),
  );
}

function NoDays({ text }: { readonly text: FormText["hours"] }) {
  return (
    <div className="grid justify-items-start gap-2 rounded-lg border border-dashed border-line-strong px-4 py-3">
      <p className="text-sm text-ink-soft">{text.noPeriod}</p>
      <Button type="submit" name="go" value="days" size="small">
        {text.showDays}
      </Button>
    </div>
  );
}

interface TotalProps {
  readonly total: number;
  readonly text: FormText["hours"];
  readonly counts: "lessons" | "clock";
}

function Total({ total, text, counts }: TotalProps) {
  return (
    <p aria-live="polite" className="font-semibold">
      {wordsOf(total, text, counts)}
    </p>
  );
}

function wordsOf(total: number, text: FormText["hours"], counts: "lessons" | "clock"): string {
  if (total === 0) return text.totalNone;
  if (total === 1) return `${counts === "lessons" ? text.totalOneLesson : text.totalOneHour}.`;
  const words = counts === "lessons" ? text.totalLessons : text.totalHours;
  return `${words.replace("#", String(total))}.`;
}

/** Dragging with the mouse over boxes gives them all what the first one gets. */
function PaintArea({ children }: { readonly children: React.ReactNode }) {
  const start = useRef<HTMLInputElement | null>(null);
  const paint = useRef<boolean | null>(null);
  const begin = (event: PointerEvent) => {
    start.current = event.pointerType === "mouse" ? boxAt(event.target) : null;
    paint.current = null;
  };
  const goOn = (event: PointerEvent) => {
    const box = boxAt(event.target);
    if (event.buttons !== 1 || start.current === null || box === null) return;
    if (paint.current === null) {
      if (box === start.current) return;
      paint.current = !start.current.checked;
      give(start.current, paint.current);
    }
    give(box, paint.current);
  };
  return (
    <div className="mt-1 grid gap-3" onPointerDown={begin} onPointerOver={goOn}>
      {children}
    </div>
  );
}

function boxAt(target: EventTarget): HTMLInputElement | null {
  return target instanceof Element
    ? (target.closest("td")?.querySelector<HTMLInputElement>("input[type=checkbox]") ?? null)
    : null;
}

function give(box: HTMLInputElement, isChecked: boolean): void {
  if (box.checked !== isChecked) box.click();
}
