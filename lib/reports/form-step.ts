export const formSteps = ["who", "what", "check"] as const;
export type FormStep = (typeof formSteps)[number];

export function readStep(text: string): FormStep {
  return formSteps.find((step) => step === text) ?? "who";
}

const isAboutWho = (field: string) => /^(student|school|followUpTo)(\.|$)/.test(field);

/** The step on which a field stands. */
export function stepOf(field: string): Exclude<FormStep, "check"> {
  return isAboutWho(field) ? "who" : "what";
}
