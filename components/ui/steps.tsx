import { classes } from "./classes";
import type { Examples } from "./examples";
import { Icon } from "./icon";

export interface StepsProps {
  /** The name of the list: "Stappen". */
  readonly label: string;
  /** Said after the name of a step that is behind: "klaar". */
  readonly doneText: string;
  readonly steps: readonly string[];
  /** Counted from 0. */
  readonly current: number;
}

export function Steps({ label, doneText, steps, current }: StepsProps) {
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-5 gap-y-2 font-semibold text-ink-soft print:hidden">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? "step" : undefined}
          className={classes("flex items-center gap-2", index === current && "text-ink")}
        >
          <span
            aria-hidden="true"
            className={classes("grid size-7 place-items-center rounded-full border-2 text-sm", markOf(index, current))}
          >
            {index < current ? <Icon name="check" size={15} /> : index + 1}
          </span>
          {step}
          {index < current ? <span className="sr-only">, {doneText}</span> : null}
        </li>
      ))}
    </ol>
  );
}

function markOf(index: number, current: number): string {
  if (index < current) return "border-good text-good";
  return index === current ? "border-brand bg-brand text-on-brand" : "border-line-strong";
}

export const examples: Examples = {
  second: <Steps label="Stappen" doneText="klaar" steps={["Wie", "Wat", "Controleren en versturen"]} current={1} />,
};
