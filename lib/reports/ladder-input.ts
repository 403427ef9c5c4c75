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

const steps = z
  .array(step)
  .max(ladderStepsMax)
  .superRefine((list, context) => {
    const twice = list.findIndex(({ times }, index) => list.some((other, at) => at < index && other.times >= times));
    if (twice > 0) context.addIssue({ code: "custom", path: [twice, "times"], message: "steps-out-of-order" });
  });

const field = /^steps\.(\d)\.(times|action)$/;

/** `steps.0.times` and `steps.0.action` as rows; an empty row is none. */
function fromForm(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null) return fields;
  const rows = new Map<string, Record<string, unknown>>();
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const [, index, part = ""] = field.exec(name) ?? [];
    if (index === undefined) rest[name] = value;
    else rows.set(index, { ...rows.get(index), [part]: value });
  }
  const order = [...rows.keys()].sort();
  return { ...rest, steps: order.map((index) => rows.get(index)) };
}

/** Without steps, what most places do holds again. */
const schoolLadder = z.strictObject({ steps });
const municipalityLadder = z.strictObject({ municipalityCode: z.string().regex(/^\d{4}$/), steps });

export const schoolLadderForm = z.preprocess(fromForm, schoolLadder);
export const municipalityLadderForm = z.preprocess(fromForm, municipalityLadder);
export type LadderInput = z.output<typeof schoolLadder>;
export type MunicipalityLadderInput = z.output<typeof municipalityLadder>;
