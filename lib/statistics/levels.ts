import type { Label } from "@/lib/i18n/locale";

/** The places of which figures are kept, each with the kind of place it is shown within. */
export const levels = {
  country: {
    label: { nl: "Nederland", en: "The Netherlands" },
    many: { nl: "Nederland", en: "The Netherlands" },
    within: null,
  },
  region: { label: { nl: "Regio", en: "Region" }, many: { nl: "Regio's", en: "Regions" }, within: "country" },
  municipality: {
    label: { nl: "Woongemeente", en: "Home municipality" },
    many: { nl: "Woongemeenten", en: "Home municipalities" },
    within: "region",
  },
  school: { label: { nl: "School", en: "School" }, many: { nl: "Scholen", en: "Schools" }, within: "region" },
  location: {
    label: { nl: "Vestiging", en: "Location" },
    many: { nl: "Vestigingen", en: "Locations" },
    within: "school",
  },
  office: { label: { nl: "Kantoor", en: "Office" }, many: { nl: "Kantoren", en: "Offices" }, within: "country" },
} as const satisfies Record<string, { label: Label; many: Label; within: string | null }>;

export type Level = keyof typeof levels;
export const levelCodes = Object.keys(levels) as readonly Level[];

/** The only place of its level. */
export const countryPlace = "NL";
