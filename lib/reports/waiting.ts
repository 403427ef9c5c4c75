/** The other bodies for which an office can wait while its clock stands still. */
export const thirdPartyCodes = [
  "help",
  "youth_doctor",
  "partnership",
  "exemption",
  "halt",
  "prosecutor",
  "child_protection",
  "other",
] as const;

export type ThirdParty = (typeof thirdPartyCodes)[number];

/** As the office calls them; the school hears of each of them the same (settled 10). */
export const thirdParties = {
  help: { nl: "de hulpverlening", en: "the help services" },
  youth_doctor: { nl: "de jeugdarts", en: "the youth doctor" },
  partnership: { nl: "het samenwerkingsverband", en: "the partnership of schools" },
  exemption: { nl: "het besluit over een vrijstelling", en: "the decision on an exemption" },
  halt: { nl: "Halt", en: "Halt" },
  prosecutor: { nl: "het Openbaar Ministerie", en: "the public prosecutor" },
  child_protection: { nl: "de Raad voor de Kinderbescherming", en: "the child protection board" },
  other: { nl: "een andere instantie", en: "another body" },
} as const satisfies Record<ThirdParty, { nl: string; en: string }>;

/** Of these only the fact and the day are kept (settled 11). */
const confidentialParties: ReadonlySet<string> = new Set<ThirdParty>(["halt", "prosecutor", "child_protection"]);

export function isConfidentialParty(code: string): boolean {
  return confidentialParties.has(code);
}
