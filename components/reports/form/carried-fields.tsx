import { type FormStep, stepOf } from "@/lib/reports/form-step";
import type { FormValues } from "@/lib/reports/form-values";
import { textsIn } from "@/lib/reports/form-values";

interface CarriedFieldsProps {
  readonly values: FormValues;
  readonly step: FormStep;
}

/** What was answered on the other steps goes along, in the page and never in the address. */
export function CarriedFields({ values, step }: CarriedFieldsProps) {
  const names = Object.keys(values).filter((name) => isCarried(name, step));
  const carried = names.flatMap((name) => textsIn(values, name).map((value, place) => ({ name, value, place })));
  return carried.map(({ name, value, place }) => (
    <input key={`${name} ${place}`} type="hidden" name={name} value={value} />
  ));
}

/** These the form itself writes on each step, or they answer a question of one moment. */
const ownFields = new Set([
  "step",
  "go",
  "submissionId",
  "draftVersion",
  "draftPage",
  "overlap",
  "overlapReference",
  "papers",
  "papers.kind",
]);
/** Known from the beginning and asked on no step. */
const always = new Set(["followUpTo"]);

function isCarried(name: string, step: FormStep): boolean {
  if (ownFields.has(name) || name.startsWith("sheet.")) return false;
  if (name === "papers.sheet") return step !== "check";
  return always.has(name) || step === "check" || stepOf(name) !== step;
}
