import type { Label } from "@/lib/i18n/locale";

/** How a planned talk went, as both sides read it. A new one is one entry here. */
export const talkOutcomes = {
  agreed: { nl: "Gevoerd, met afspraken", en: "Held, with agreements" },
  held: { nl: "Gevoerd, zonder afspraken", en: "Held, without agreements" },
  student_missing: { nl: "De leerling kwam niet", en: "The student did not come" },
  nobody_came: { nl: "Niemand kwam", en: "Nobody came" },
  cancelled: { nl: "Ging niet door", en: "Did not take place" },
} as const satisfies Record<string, Label>;

export type TalkOutcome = keyof typeof talkOutcomes;
export const talkOutcomeCodes = Object.keys(talkOutcomes).filter((code) => isOutcome(code));

function isOutcome(code: string): code is TalkOutcome {
  return Object.hasOwn(talkOutcomes, code);
}

const heldOutcomes: ReadonlySet<string> = new Set(["agreed", "held"] satisfies TalkOutcome[]);

export function wasHeld(outcome: string): boolean {
  return heldOutcomes.has(outcome);
}

/** Who of the family was there. */
export const talkPresent = {
  student: { nl: "de leerling", en: "the student" },
  student_and_parent: { nl: "de leerling en een ouder", en: "the student and a parent" },
  parent: { nl: "een ouder, zonder de leerling", en: "a parent, without the student" },
} as const satisfies Record<string, Label>;

export type TalkPresent = keyof typeof talkPresent;
export const talkPresentCodes = Object.keys(talkPresent).filter((code) => isPresent(code));

function isPresent(code: string): code is TalkPresent {
  return Object.hasOwn(talkPresent, code);
}
