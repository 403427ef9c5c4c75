import { classes } from "@/components/ui/classes";
import { controlClasses } from "@/components/ui/field-frame";
import { dayParts, isTicked, partValue } from "@/lib/reports/day-parts";
import type { FormValues } from "@/lib/reports/form-values";
import { textIn, textsIn } from "@/lib/reports/form-values";
import type { HourDay, HourWeek } from "@/lib/reports/hour-weeks";
import type { LessonSettings } from "@/lib/reports/lesson-hours";
import type { FormText } from "./form-text";
import { longDay, offName, shortDay } from "./hours-days";

export interface HoursWeekProps {
  readonly week: HourWeek;
  readonly values: FormValues;
  readonly text: FormText["hours"];
  readonly counts: "lessons" | "clock";
  readonly lessons: LessonSettings;
  readonly wrong: ReadonlySet<string>;
}

const cornerWidth = "w-18 sm:w-20";

/** One week as a table: days across, lessons down, and below them the whole day. */
export function HoursWeek(props: HoursWeekProps) {
  const { week, text, counts, lessons: settings } = props;
  const lessonCount = counts === "lessons" ? Math.max(8, settings.lessonsPerDay) : 0;
  const lessons = Array.from({ length: lessonCount }, (_, index) => index + 1);
  return (
    <table className="w-full table-fixed border-separate border-spacing-[3px] text-sm">
      <caption className="sr-only">
        {text.week} {longDay(week.monday, text)}
      </caption>
      <thead>
        <tr>
          {counts === "lessons" ? (
            <th scope="col" className={classes(cornerWidth, "p-0.5 text-left font-semibold text-ink-soft")}>
              {text.lessonShort}
            </th>
          ) : (
            <td className={cornerWidth} />
          )}
          {week.days.map(({ day }) => (
            <th key={day} scope="col" className="p-0.5 font-semibold text-ink-soft">
              {shortDay(day, text)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lessons.map((lesson) => (
          <Row key={lesson} head={String(lesson)} week={week} text={text}>
            {(day) => (
              <Tick
                {...props}
                name={`lesson.${day}`}
                value={String(lesson)}
                label={`${text.lesson} ${lesson}`}
                day={day}
              />
            )}
          </Row>
        ))}
        {counts === "clock" ? <ClockRows {...props} /> : null}
        <Row head={text.wholeDay} week={week} text={text} isLast={true}>
          {(day) => <Tick {...props} name={`whole.${day}`} value="yes" label={text.wholeDay} day={day} />}
        </Row>
      </tbody>
      <OffDays week={week} text={text} />
    </table>
  );
}

/** Halves of a day to tick, and hours for what is no half. */
function ClockRows(props: HoursWeekProps) {
  const { week, text, values, lessons } = props;
  return (
    <>
      {dayParts.map((part) => (
        <Row key={part} head={text[part]} week={week} text={text}>
          {(day) => {
            const name = `part.${day}`;
            const value = partValue(part, day, lessons);
            const isOn = isTicked(part, textsIn(values, name));
            return <Tick {...props} name={name} value={value} isOn={isOn} label={text[part]} day={day} />;
          }}
        </Row>
      ))}
      <Row head={text.clock} week={week} text={text}>
        {(day) => <ClockField {...props} day={day} />}
      </Row>
    </>
  );
}

/** Which days of the week have no lessons, and why. */
function OffDays({ week, text }: Pick<HoursWeekProps, "week" | "text">) {
  const off = week.days.filter((column) => column.off !== null && column.off.kind !== "weekend");
  if (off.length === 0) return null;
  const names = [...new Set(off.map((column) => offName(column, text)))];
  const lines = names.map((name) => {
    const days = off.filter((column) => offName(column, text) === name).map(({ day }) => shortDay(day, text));
    return `${days.join(", ")}: ${name}`;
  });
  return (
    <tfoot>
      <tr>
        <td colSpan={6} className="pt-2 text-xs text-ink-soft">
          {text.noLessonDays} {lines.join("; ")}
        </td>
      </tr>
    </tfoot>
  );
}

interface RowProps {
  readonly head: string;
  readonly week: HourWeek;
  readonly text: FormText["hours"];
  readonly isLast?: boolean;
  readonly children: (day: string) => React.ReactNode;
}

function Row({ head, week, text, isLast = false, children }: RowProps) {
  return (
    <tr>
      <th
        scope="row"
        className={classes("p-0.5 text-left leading-tight font-semibold text-ink-soft", isLast && "pt-2 text-xs")}
      >
        {head}
      </th>
      {week.days.map((column: HourDay) => (
        <td key={column.day} className={classes("h-9 p-0", isLast && "pt-2")}>
          {column.isClosed ? (
            <span title={offName(column, text)} className="hatched block h-full min-h-8 rounded-sm">
              <span className="sr-only">{offName(column, text)}</span>
            </span>
          ) : (
            children(column.day)
          )}
        </td>
      ))}
    </tr>
  );
}

interface TickProps extends HoursWeekProps {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly day: string;
  /** Absent: when this value was ticked. */
  readonly isOn?: boolean;
}

/** The whole cell is the box to tick; a cross says it without colour. */
function Tick({ name, value, label, day, values, text, isOn }: TickProps) {
  return (
    <label className="relative block h-full min-h-8 select-none rounded-sm bg-sunken inset-ring-1 inset-ring-line-strong/50 hover:inset-ring-brand has-checked:bg-brand has-checked:text-on-brand has-focus-visible:outline-3 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus forced-colors:has-checked:bg-[Highlight]">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isOn ?? textsIn(values, name).includes(value)}
        aria-label={`${label}, ${shortDay(day, text)}`}
        className="peer absolute inset-0 size-full cursor-pointer opacity-0"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 hidden place-items-center text-base font-semibold peer-checked:grid"
      >
        ×
      </span>
    </label>
  );
}

function ClockField({ day, values, text, wrong }: HoursWeekProps & { readonly day: string }) {
  const name = `clock.${day}`;
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      id={name}
      name={name}
      defaultValue={textIn(values, name)}
      aria-label={`${text.clock}, ${shortDay(day, text)}`}
      aria-invalid={wrong.has(name) || undefined}
      className={classes(controlClasses, "px-1 text-center")}
    />
  );
}
