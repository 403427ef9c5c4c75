import { z } from "zod";
import { writtenDay } from "@/lib/identity/people-input";
import { surnameLetters } from "../surname-letters";
import { type Conditions, conditions, type OfficeRule, type Spread } from "./rule-set";

/**
 * The draft as the form saw it: when it changed since, or is another one by now, nothing is written. Which draft: absent
 * when the caller does not say.
 */
const asSeen = { edition: z.coerce.number().int().min(1), draftId: z.uuid().optional() };
export type DraftAsSeen = z.output<z.ZodObject<typeof asSeen>>;
const ids = z
  .array(z.uuid({ error: "choice-unknown" }))
  .max(200)
  .default([]);
const age = z.coerce.number({ error: "age-invalid" }).int({ error: "age-invalid" }).min(0, { error: "age-invalid" });
const letters = z
  .string()
  .trim()
  .regex(/^\p{L}{1,2}$/u, { error: "letters-invalid" });

/** "1011-1019, 1021": ranges and single ones, with commas or new lines between them. */
const postcodeRanges = z.string().transform((text, context) => {
  const parts = text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const ranges = parts.map((part) => /^([1-9]\d{3})(?:\s*(?:-|–|t\/m)\s*([1-9]\d{3}))?$/u.exec(part));
  const read = ranges.flatMap((match) =>
    match?.[1] === undefined ? [] : [{ from: match[1], to: match[2] ?? match[1] }],
  );
  if (
    read.length === parts.length &&
    read.length > 0 &&
    read.length <= 100 &&
    read.every(({ from, to }) => from <= to)
  ) {
    return read;
  }
  context.addIssue({ code: "custom", message: "postcodes-invalid" });
  return z.NEVER;
});

const levelList = z
  .string()
  .max(2_000)
  .transform((text) => [
    ...new Set(
      text
        .split(/[,;\n]+/)
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    ),
  ])
  .pipe(z.array(z.string().max(60)).max(200));

/** As in a card index: K to K has all of K. */
function inOrder(from: string, to: string): boolean {
  const [first, last] = [surnameLetters(from), surnameLetters(to)];
  return first.slice(0, last.length) <= last;
}

export const ruleInput = z
  .strictObject({
    ...asSeen,
    /** Absent: a new rule, at the end. */
    ruleId: z.uuid().optional(),
    name: z.string({ error: "required" }).trim().min(1, { error: "required" }).max(80, { error: "text-too-long" }),
    locations: ids,
    schools: ids,
    postcodes: postcodeRanges.optional(),
    regimes: z
      .array(z.enum(["compulsory", "qualification", "over_18"], { error: "choice-unknown" }))
      .max(3)
      .default([]),
    ageFrom: age.max(99, { error: "age-invalid" }).optional(),
    ageTo: age.max(99, { error: "age-invalid" }).optional(),
    types: z.array(z.string().max(60)).max(50).default([]),
    urgent: z.enum(["yes", "no"], { error: "choice-unknown" }).optional(),
    surnameFrom: letters.optional(),
    surnameTo: letters.optional(),
    levels: levelList.optional(),
    from: writtenDay.optional(),
    until: writtenDay.optional(),
    goesTo: z.enum(["officers", "shared-inbox"], { error: "choice-unknown" }),
    officers: z
      .array(z.uuid({ error: "officer-unknown" }))
      .max(50)
      .default([]),
  })
  // Both must hold, so a school and a location of another one would match nothing.
  .refine(({ schools, locations }) => schools.length === 0 || locations.length === 0, {
    path: ["locations"],
    error: "schools-or-locations",
  })
  .refine(({ surnameFrom = "", surnameTo }) => surnameTo === undefined || inOrder(surnameFrom, surnameTo), {
    path: ["surnameTo"],
    error: "letters-order",
  })
  .refine(({ ageFrom = 0, ageTo = 99 }) => ageFrom <= ageTo, { path: ["ageTo"], error: "age-order" })
  .refine(({ surnameFrom, surnameTo }) => (surnameFrom === undefined) === (surnameTo === undefined), {
    path: ["surnameTo"],
    error: "letters-both",
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ["until"],
    error: "until-before-from",
  })
  .refine(({ goesTo, officers }) => goesTo === "shared-inbox" || officers.length > 0, {
    path: ["officers"],
    error: "officers-missing",
  });
export type RuleInput = z.output<typeof ruleInput>;

const lists = ["locations", "schools", "regimes", "types", "officers"];

/** A form sends boxes that were ticked as one text or a list, and says nothing of the others. */
function fromForm(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null) return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, lists.includes(name) ? [value].flat() : value]),
  );
}

export const ruleForm = z.preprocess(fromForm, ruleInput);

export const ruleChoice = z.strictObject({ ...asSeen, ruleId: z.uuid() });
export const moveInput = z.strictObject({ ...asSeen, ruleId: z.uuid(), direction: z.enum(["up", "down"]) });
export const draftChoice = z.strictObject(asSeen);
export const spreadInput = z.strictObject({
  ...asSeen,
  spread: z.enum(["least-open-work", "in-turn"] satisfies Spread[]),
});
/** Absent day: today. */
export const activationInput = z.strictObject({ ...asSeen, from: writtenDay.optional() });
export const comingChoice = z.strictObject({ versionId: z.uuid() });
export const startInput = z.strictObject({});

function filled<Value>(list: readonly Value[]): Value[] | undefined {
  return list.length === 0 ? undefined : [...list];
}

export function ruleOf(input: RuleInput, id: string): OfficeRule {
  const { goesTo, officers, name, from = null, until = null } = input;
  const destination = goesTo === "officers" ? { kind: goesTo, officerIds: officers } : { kind: goesTo };
  return { id, name, from, until, when: conditionsOf(input), goesTo: destination };
}

function conditionsOf(input: RuleInput): Conditions {
  const { ageFrom, ageTo, surnameFrom, surnameTo, urgent } = input;
  const asked = {
    locations: filled(input.locations),
    schools: filled(input.schools),
    postcodes: input.postcodes,
    regimes: filled(input.regimes),
    age: ageFrom === undefined && ageTo === undefined ? undefined : { from: ageFrom ?? 0, to: ageTo ?? 99 },
    types: filled(input.types),
    urgent: urgent === undefined ? undefined : urgent === "yes",
    surname: surnameFrom === undefined || surnameTo === undefined ? undefined : { from: surnameFrom, to: surnameTo },
    levels: filled(input.levels ?? []),
  };
  return conditions.parse(Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)));
}
