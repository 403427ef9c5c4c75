"use client";

import { type MouseEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { errorBar, FieldError, FieldHint } from "@/components/ui/field-frame";
import { mostWeeks } from "@/lib/reports/hour-weeks";
import { faultAt, type ReportFormState } from "./form-state";
import type { FormText, LocationOption } from "./form-text";
import { countHours, type HourPeriod, longDay, offName, weeksIn } from "./hours-days";
import { HoursWeek } from "./hours-week";
import { PaintArea } from "./paint-area";
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
      {weeks.length === 0 ? (
        <NoDays text={hours} isPeriodKnown={period !== null} />
      ) : (
        <AllLessons text={hours} box={box} />
      )}
      <PaintArea>
        {weeks.length === mostWeeks ? <p className="text-sm text-ink-soft">{hours.mostWeeks}</p> : null}
        {weeks.map((week, index) =>
          week.days.every(({ isClosed }) => isClosed) ? (
            <p key={week.monday} className="text-sm text-ink-soft">
              {hours.week} {longDay(week.monday, hours)}:{" "}
              {offName(
                week.days.find(({ off }) => off !== null),
                hours,
              )}
            </p>
          ) : (
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
                lessons={location}
                wrong={wrong}
              />
            </Details>
          ),
        )}
      </PaintArea>
      {weeks.length > 0 ? <Total total={total} text={hours} counts={location.counts} /> : null}
    </fieldset>
  );
}

function hasHours({ values }: ReportFormState, days: readonly { readonly day: string }[]): boolean {
  return days.some(({ day }) =>
    ["lesson", "whole", "clock", "part"].some((kind) => (values[`${kind}.${day}`] ?? "") !== ""),
  );
}

interface AllLessonsProps {
  readonly text: FormText["hours"];
  readonly box: { readonly current: HTMLFieldSetElement | null };
}

/** Everything at once, or nothing; without script the server does it. */
function AllLessons({ text, box }: AllLessonsProps) {
  const giveAll = (isChecked: boolean) => (event: MouseEvent) => {
    event.preventDefault();
    const ticks = box.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [];
    for (const tick of ticks) {
      const isMeant = isChecked && tick.name.startsWith("whole.");
      if (tick.checked !== isMeant) tick.click();
    }
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" name="go" value="all-lessons" size="small" onClick={giveAll(true)}>
        {text.allLessons}
      </Button>
      <Button type="submit" name="go" value="no-lessons" look="plain" size="small" onClick={giveAll(false)}>
        {text.noLessons}
      </Button>
    </div>
  );
}

interface NoDaysProps {
  readonly text: FormText["hours"];
  readonly isPeriodKnown: boolean;
}

function NoDays({ text, isPeriodKnown }: NoDaysProps) {
  return (
    <div className="grid justify-items-start gap-2 rounded-lg border border-dashed border-line-strong px-4 py-3">
      <p className="text-sm text-ink-soft">{isPeriodKnown ? text.noSchoolDays : text.noPeriod}</p>
      {isPeriodKnown ? null : (
        <Button type="submit" name="go" value="days" size="small">
          {text.showDays}
        </Button>
      )}
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
