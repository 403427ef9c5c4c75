/** For what an office keeps texts. */
export const templateKinds = {
  words: {
    label: { nl: "Tekst voor de school", en: "Text for the school" },
    hint: {
      nl: "U kiest hem bij Vastleggen. De school leest de tekst op de tijdlijn.",
      en: "You choose it when you record something. The school reads the text on the timeline.",
    },
  },
  invitation: {
    label: { nl: "Uitnodiging", en: "Invitation" },
    hint: {
      nl: "Voor de brief bij een gesprek. [leerling], [dag], [tijd], [plaats], [ambtenaar] en [kantoor] worden ingevuld.",
      en: "For the letter of a talk. [leerling], [dag], [tijd], [plaats], [ambtenaar] and [kantoor] are filled in.",
    },
  },
  warning: {
    label: { nl: "Waarschuwing", en: "Warning" },
    hint: {
      nl: "Voor de waarschuwingsbrief. [leerling], [school], [periode], [omvang], [ambtenaar] en [kantoor] worden ingevuld.",
      en: "For the warning letter. [leerling], [school], [periode], [omvang], [ambtenaar] and [kantoor] are filled in.",
    },
  },
} as const satisfies Record<string, Record<"label" | "hint", { readonly nl: string; readonly en: string }>>;

export type TemplateKind = keyof typeof templateKinds;
export const templateKindCodes = ["words", "invitation", "warning"] as const satisfies readonly TemplateKind[];

export function isTemplateKind(code: string): code is TemplateKind {
  return Object.hasOwn(templateKinds, code);
}

export interface OfficeText {
  readonly id: string;
  readonly kind: TemplateKind;
  readonly name: string;
  readonly text: string;
}
