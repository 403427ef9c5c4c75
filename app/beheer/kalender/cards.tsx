import { getLocale } from "next-intl/server";
import { LadderForm } from "@/components/calendar/ladder-form";
import { LessonsForm } from "@/components/calendar/lessons-form";
import { PeriodForm } from "@/components/calendar/period-form";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { lessonFields } from "@/lib/directory/calendar-input";
import { calendarKindLabels, calendarKinds } from "@/lib/directory/school-calendar";
import type { KeptLocation } from "@/lib/directory/views";
import { type LadderSteps, ladderFields } from "@/lib/reports/ladder-fields";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { addPeriodAction, keepLadderAction, setLessonsAction } from "./actions";

export async function PeriodCard({ locations }: { readonly locations: readonly KeptLocation[] }) {
  const [t, problems, locale] = await Promise.all([
    getTranslations("hours.calendar.form"),
    problemWords(),
    getLocale(),
  ]);
  const asked = (name: "group" | "programmeCode" | "firstDay" | "lastDay" | "name") => ({
    label: t(`${name}.label`),
    hint: t(`${name}.hint`),
  });
  const words = {
    problems,
    kind: t("kind"),
    choose: t("choose"),
    location: t("location"),
    allLocations: t("allLocations"),
    optional: t("optional"),
    group: asked("group"),
    programmeCode: asked("programmeCode"),
    firstDay: asked("firstDay"),
    lastDay: asked("lastDay"),
    name: asked("name"),
    submit: t("submit"),
  };
  return (
    <Card title={{ id: "periode", text: t("title") }}>
      <p className="text-ink-soft">{t("lead")}</p>
      <PeriodForm
        action={addPeriodAction}
        kinds={calendarKinds.map((kind) => ({ value: kind, label: calendarKindLabels[kind][locale] }))}
        locations={locations.map(({ id, name, city }) => ({ value: id, label: `${name}, ${city}` }))}
        words={words}
      />
    </Card>
  );
}

export async function LadderCard({ steps }: { readonly steps: LadderSteps }) {
  const [t, problems] = await Promise.all([getTranslations("hours.ladder.settings"), problemWords()]);
  const words = { problems, step: t("step"), times: t("times"), act: t("act"), submit: t("submit") };
  return (
    <Card title={{ id: "stappen", text: t("title") }}>
      <p className="text-ink-soft">{t("lead")}</p>
      <LadderForm action={keepLadderAction} start={ladderFields(steps)} words={words} />
    </Card>
  );
}

interface LessonsCardProps {
  readonly location: KeptLocation;
  readonly isOpen: boolean;
}

export async function LessonsCard({ location, isOpen }: LessonsCardProps) {
  const [t, problems] = await Promise.all([getTranslations("hours.calendar.lessons"), problemWords()]);
  const { id, name, city, locationCode, lessonsPerDay, lessonsByWeekday, lessonMinutes, over18Days } = location;
  const counts = lessonFields.map((_, index) => lessonsByWeekday[index] ?? lessonsPerDay);
  const words = {
    problems,
    legend: t("legend"),
    days: lessonFields.map((day) => t(day)),
    minutes: { label: t("minutes"), hint: t("minutesHint") },
    over18: { label: t("over18"), hint: t("over18Hint") },
    optional: t("optional"),
    submit: t("submit", { location: name }),
  };
  return (
    <Details summary={`${name}, ${city}: ${counts.join(" · ")}`} isOpen={isOpen}>
      <LessonsForm
        action={setLessonsAction}
        locationId={id}
        locationCode={locationCode}
        start={{
          ...Object.fromEntries(lessonFields.map((day, index) => [day, String(counts[index])])),
          lessonMinutes: String(lessonMinutes),
          over18Days: over18Days === null ? "" : String(over18Days),
        }}
        words={words}
      />
    </Details>
  );
}
