"use client";

import { useEffect, useRef, useState } from "react";
import { Meter } from "@/components/ui/meter";
import { isAbsenceType } from "@/lib/reports/absence-types";
import { type FormValues, textIn, textsIn } from "@/lib/reports/form-values";
import { readShortDay } from "@/lib/reports/hour-weeks";
import { type LadderStanding, ladderLines, ladderOf } from "@/lib/reports/late-ladder";
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
  const [stand, setStand] = useState(() => standing(state, offer, { lessons, values: state.values }));
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    const recount = () => setStand(standing(state, offer, { lessons, values: typedValues(form) }));
    recount();
    form.addEventListener("input", recount);
    return () => form.removeEventListener("input", recount);
  }, [state, offer, lessons]);
  return (
    <div ref={box} aria-live="polite" className="empty:hidden">
      {stand.threshold === null ? null : <Lines threshold={stand.threshold} offer={offer} />}
      {stand.ladder === null ? null : <Ladder ladder={stand.ladder} offer={offer} />}
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

function Ladder({ ladder, offer }: { readonly ladder: LadderStanding; readonly offer: FormOffer }) {
  const [main = "", ...rest] = ladderLines(ladder, offer.ladder, offer.locale);
  const top = ladder.next?.times ?? ladder.count;
  return (
    <Meter id="ladder" value={ladder.count} max={top} label={main}>
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

interface Stand {
  /** Null: the type has no threshold, or not enough is known yet. */
  readonly threshold: Threshold | null;
  /** Null: not about late arrival. */
  readonly ladder: LadderStanding | null;
}

function standing(state: ReportFormState, { today }: FormOffer, { lessons, values }: Typed): Stand {
  const type = textIn(values, "type");
  const { counting } = state;
  if (counting === null || !isAbsenceType(type)) return { threshold: null, ladder: null };
  if (type === "late_arrival") return { threshold: null, ladder: ladderOf(lateDays(values), counting) };
  const period = periodTyped(values, today, state.period);
  if (period === null) return { threshold: null, ladder: null };
  const { firstDay } = period;
  const days = countedDays(values, lessons).filter(({ day }) => day >= firstDay && day <= period.lastDay);
  const absence = { type, firstDay, lastDay: endOf(values, period, today), days };
  return { threshold: thresholdOf(absence, counting, today), ladder: null };
}

function lateDays(values: FormValues): readonly string[] {
  return textsIn(values, "arrivals.day").flatMap((text) => readShortDay(text) ?? []);
}

function endOf(values: FormValues, period: NonNullable<HourPeriod>, today: string): string | null {
  if (textIn(values, "lastDay") !== "") return period.lastDay;
  return textIn(values, "isBack") === "yes" ? dayAfter(today, -1) : null;
}
