"use client";

import { useEffect, useRef, useState } from "react";
import { Meter } from "@/components/ui/meter";
import { isAbsenceType } from "@/lib/reports/absence-types";
import { type FormValues, textIn } from "@/lib/reports/form-values";
import type { LessonSettings } from "@/lib/reports/lesson-hours";
import { type Threshold, thresholdOf } from "@/lib/reports/threshold";
import { thresholdLines } from "@/lib/reports/threshold-words";
import { dayAfter } from "@/lib/shared/plain-days";
import type { ReportFormState } from "./form-state";
import type { FormOffer } from "./form-text";
import { countedDays, type HourPeriod, periodTyped } from "./hours-days";
import { typedValues } from "./typed-values";

interface ThresholdLiveProps {
  readonly state: ReportFormState;
  readonly offer: FormOffer;
  readonly lessons: LessonSettings;
}

/** Where the absence stands against its threshold, counted along while somebody types. */
export function ThresholdLive({ state, offer, lessons }: ThresholdLiveProps) {
  const box = useRef<HTMLDivElement>(null);
  const [threshold, setThreshold] = useState(() => standing(state, offer, { lessons, values: state.values }));
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    const recount = () => setThreshold(standing(state, offer, { lessons, values: typedValues(form) }));
    recount();
    form.addEventListener("input", recount);
    return () => form.removeEventListener("input", recount);
  }, [state, offer, lessons]);
  return (
    <div ref={box} aria-live="polite" className="empty:hidden">
      {threshold === null ? null : <Lines threshold={threshold} offer={offer} />}
    </div>
  );
}

function Lines({ threshold, offer }: { readonly threshold: Threshold; readonly offer: FormOffer }) {
  const { today, threshold: text, locale } = offer;
  const [main, ...rest] = thresholdLines(threshold, { text, locale, today, isFiled: false });
  const tone = threshold.daysLate > 0 ? "attention" : "brand";
  return (
    <Meter id="threshold" value={threshold.amount} max={threshold.limit} label={main} tone={tone}>
      {rest.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Meter>
  );
}

interface Typed {
  readonly lessons: LessonSettings;
  readonly values: FormValues;
}

/** Null: the type has no threshold, or not enough is known yet. */
function standing(state: ReportFormState, { today }: FormOffer, { lessons, values }: Typed): Threshold | null {
  const type = textIn(values, "type");
  const period = periodTyped(values, today, state.period);
  if (state.counting === null || period === null || !isAbsenceType(type)) return null;
  const { firstDay } = period;
  const days = countedDays(values, lessons).filter(({ day }) => day >= firstDay && day <= period.lastDay);
  return thresholdOf({ type, firstDay, lastDay: endOf(values, period, today), days }, state.counting, today);
}

function endOf(values: FormValues, period: NonNullable<HourPeriod>, today: string): string | null {
  if (textIn(values, "lastDay") !== "") return period.lastDay;
  return textIn(values, "isBack") === "yes" ? dayAfter(today, -1) : null;
}
