import type { Label } from "@/lib/i18n/locale";

/** How it goes with somebody who left school, as the regional point says it. */
export const marks = {
  approached: { nl: "benaderd", en: "approached" },
  in_trajectory: { nl: "in een traject", en: "in a trajectory" },
  found_back: { nl: "teruggevonden", en: "found back" },
  none: { nl: "nog niets gedaan", en: "nothing done yet" },
} as const satisfies Record<string, Label>;

export type Mark = keyof typeof marks;
export const markCodes = ["approached", "in_trajectory", "found_back", "none"] as const satisfies readonly Mark[];

export function isMark(text: string): text is Mark {
  return Object.hasOwn(marks, text);
}
