import type { Label } from "@/lib/i18n/locale";

interface MailLevel {
  readonly label: Label;
  readonly help: Label;
  readonly hasOwnReference: boolean;
  readonly hasGroup: boolean;
}

/** How much the mail of a school may say, so that its readers recognise a report. No level names a student (settled 9). */
export const mailLevels = {
  number: {
    label: { nl: "Alleen het nummer van de melding", en: "Only the number of the report" },
    help: {
      nl: "Het veiligst. Uw collega's moeten wel steeds inloggen om te zien om wie het gaat.",
      en: "The safest. Your colleagues must sign in each time to see who it is about.",
    },
    hasOwnReference: false,
    hasGroup: false,
  },
  own: {
    label: { nl: "Ook uw eigen kenmerk", en: "Your own reference too" },
    help: {
      nl: "Uw collega's herkennen de melding aan het kenmerk dat de school zelf koos. Staat daar een naam of nummer van de leerling in, dan laten wij het kenmerk weg.",
      en: "Your colleagues recognise the report by the reference that the school chose. If it holds a name or number of the student, we leave it out.",
    },
    hasOwnReference: true,
    hasGroup: false,
  },
  group: {
    label: { nl: "Ook uw kenmerk en de klas of groep", en: "Your own reference and the class or group too" },
    help: {
      nl: "Kies dit niet als er groepen zijn met maar een paar leerlingen: dan weet een lezer al snel wie het is.",
      en: "Do not choose this if there are groups of only a few students: a reader would soon know who it is.",
    },
    hasOwnReference: true,
    hasGroup: true,
  },
} as const satisfies Record<string, MailLevel>;

export type MailLevelCode = keyof typeof mailLevels;

/** A class is told only where the school says so. */
export const usualMailLevel: MailLevelCode = "own";

function isMailLevel(code: string): code is MailLevelCode {
  return Object.hasOwn(mailLevels, code);
}

export const mailLevelCodes: readonly MailLevelCode[] = Object.keys(mailLevels).filter(isMailLevel);

/** What a school chose; nothing, or what this release does not know, is the usual level. */
export function readMailLevel(stored: string | undefined): MailLevelCode {
  return stored !== undefined && isMailLevel(stored) ? stored : usualMailLevel;
}

interface Recognisable {
  readonly ownReference: string | null;
  readonly group: string | null;
}

/** What of a report may stand in mail at this level. */
export function atLevel(code: MailLevelCode, { ownReference, group }: Recognisable): Recognisable {
  const { hasOwnReference, hasGroup } = mailLevels[code];
  return { ownReference: hasOwnReference ? ownReference : null, group: hasGroup ? group : null };
}
