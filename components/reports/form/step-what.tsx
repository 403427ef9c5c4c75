"use client";

import { type FormEvent, useState } from "react";
import { FittingType } from "@/components/reports/fit/fitting-type";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { textIn } from "@/lib/reports/form-values";
import { usualLessons } from "@/lib/reports/lesson-hours";
import { TemplateChoice } from "../templates/template-choice";
import { AboutFields } from "./about-fields";
import { ArrivalRows } from "./arrival-rows";
import { ContactFields } from "./contact-fields";
import type { ReportFormState } from "./form-state";
import type { FormOffer, LocationOption } from "./form-text";
import { periodTyped } from "./hours-days";
import { HoursGrid } from "./hours-grid";
import { PeriodFields } from "./period-fields";
import { SchoolFields } from "./school-fields";
import { SheetFields } from "./sheet-fields";
import { StudentCard } from "./student-card";
import { ThresholdLive } from "./threshold-live";
import { TypeChoice } from "./type-choice";
import { typedValues } from "./typed-values";

/** Which questions show follows from the type that is chosen; the stylesheet does it, so it works without script. */
const shows = {
  period: "hidden group-has-[[data-asks~=period]_:checked]/what:grid",
  hours: "hidden gap-4 group-has-[[data-asks~=hours]_:checked]/what:grid",
  arrivals: "hidden group-has-[[data-asks~=arrivals]_:checked]/what:grid",
} as const;

const usual: LocationOption = { value: "", label: "", counts: "lessons", ...usualLessons };

export function StepWhat({ state, offer }: { readonly state: ReportFormState; readonly offer: FormOffer }) {
  const { text } = offer;
  const [period, setPeriod] = useState(state.period);
  const chosen = textIn(state.values, "school.location");
  const location = offer.locations.find(({ value }) => value === chosen) ?? offer.locations[0] ?? usual;
  const follow = ({ target }: FormEvent<HTMLElement>) => {
    if (!(target instanceof HTMLInputElement && /^(first|last)Day$/.test(target.name) && target.form)) return;
    const next = periodTyped(typedValues(target.form), offer.today, period);
    if (!isSame(next, period)) setPeriod(next);
  };
  const rest = (
    <>
      <SchoolFields state={state} offer={offer} />
      <ContactFields state={state} text={text} />
    </>
  );
  return (
    <div className="group/what grid gap-5 sm:gap-6" onInput={follow}>
      <StudentCard state={state} text={text} />
      <Card>
        <div className="grid gap-7">
          <TemplateChoice state={state} offer={offer} location={chosen} />
          <TypeChoice state={state} offer={offer} />
          <FittingType state={state} offer={offer} />
          <div className={shows.period}>
            <PeriodFields state={state} text={text} />
          </div>
          <div className={shows.arrivals}>
            <ArrivalRows state={state} text={text} />
          </div>
          <div className={shows.hours}>
            <HoursGrid state={state} text={text} period={period} location={location} />
            <SheetFields state={state} text={offer.sheet} />
          </div>
          <ThresholdLive state={state} offer={offer} lessons={location} />
          <AboutFields state={state} offer={offer} />
        </div>
      </Card>
      {textIn(state.values, "followUpTo") === "" ? (
        rest
      ) : (
        <Details summary={text.followUpRest} isOpen={state.faults.length > 0}>
          <div className="grid gap-5 sm:gap-6">{rest}</div>
        </Details>
      )}
    </div>
  );
}

type Period = ReportFormState["period"];

function isSame(one: Period, other: Period): boolean {
  return one?.firstDay === other?.firstDay && one?.lastDay === other?.lastDay;
}
