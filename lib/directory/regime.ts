export const regimes = {
  compulsory: { label: { nl: "Leerplicht", en: "Compulsory education" } },
  qualification: { label: { nl: "Kwalificatieplicht", en: "Qualification duty" } },
  over_18: { label: { nl: "18-plus (Doorstroompunt)", en: "Over 18 (regional point)" } },
  none: { label: { nl: "Geen plicht", en: "No duty" } },
} as const satisfies Record<string, { label: { nl: string; en: string } }>;

export type Regime = keyof typeof regimes;
export type DutyRegime = Exclude<Regime, "none">;
