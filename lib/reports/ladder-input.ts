import { z } from "zod";
import { requiredLine } from "@/lib/shared/words";

export const ladderStepsMax = 6;

const step = z.strictObject({
  times: z.coerce
    .number({ error: "times-invalid" })
    .int({ error: "times-invalid" })
    .min(1, { error: "times-invalid" })
    .max(99, { error: "times-invalid" }),
  action: requiredLine(120),
});

/** A row that was left empty is null, so that what is wrong in a later one is said at that one. */
const steps = z
  .array(step.nullable())
  .max(ladderStepsMax)
  .superRefine((list, context) => {
    const isEarlier = (times: number, index: number) =>
      list.some((other, at) => at < index && (other?.times ?? 0) >= times);
    const twice = list.findIndex((row, index) => row !== null && isEarlier(row.times, index));
    if (twice > 0) context.addIssue({ code: "custom", path: [twice, "times"], message: "steps-out-of-order" });
  })
  .transform((list) => list.filter((row) => row !== null));

const field = /^steps\.(\d)\.(times|action)$/;

/** `steps.0.times` and `steps.0.action` as rows; an empty row is none. */
function fromForm(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null) return fields;
  const rows: (Record<string, unknown> | undefined)[] = [];
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const [, index, part = ""] = field.exec(name) ?? [];
    if (index === undefined) rest[name] = value;
    else rows[Number(index)] = { ...rows[Number(index)], [part]: value };
  }
  return { ...rest, steps: Array.from(rows, (row) => row ?? null) };
}

/** Without steps, what most places do holds again. */
const schoolLadder = z.strictObject({ steps });
const municipalityLadder = z.strictObject({ municipalityCode: z.string().regex(/^\d{4}$/), steps });

export const schoolLadderForm = z.preprocess(fromForm, schoolLadder);
export const municipalityLadderForm = z.preprocess(fromForm, municipalityLadder);
export type LadderInput = z.output<typeof schoolLadder>;
export type MunicipalityLadderInput = z.output<typeof municipalityLadder>;
