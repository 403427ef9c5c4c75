import type { Label } from "@/lib/i18n/locale";

interface Purpose {
  readonly label: Label;
  /** As it stands on the cover, which is Dutch like the rest of a dossier. */
  readonly cover: string;
}

/** What a dossier may be taken for; it stands on its cover and on the access log. A new one is one entry here. */
export const purposes = {
  prosecutor: {
    label: { nl: "De officier van justitie", en: "The public prosecutor" },
    cover: "Voor de officier van justitie",
  },
  child_protection: {
    label: { nl: "De Raad voor de Kinderbescherming", en: "The child protection board" },
    cover: "Voor de Raad voor de Kinderbescherming",
  },
  other_office: {
    label: { nl: "Een ander kantoor dat de zaak krijgt", en: "Another office that gets the case" },
    cover: "Voor het kantoor dat de zaak krijgt",
  },
  own_file: {
    label: { nl: "Het archief van uw eigen kantoor", en: "The files of your own office" },
    cover: "Voor het archief van het kantoor",
  },
} as const satisfies Record<string, Purpose>;

export type PurposeCode = keyof typeof purposes;

function isPurpose(code: string): code is PurposeCode {
  return Object.hasOwn(purposes, code);
}

export const purposeCodes: readonly PurposeCode[] = Object.keys(purposes).filter(isPurpose);
