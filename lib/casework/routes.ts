/**
 * The four routes after a report. Source: Methodische Aanpak Schoolverzuim (Ingrado, OM, Raad voor de
 * Kinderbescherming and Halt, 2017): help first, and coercion only where help does not do.
 */
export const routes = {
  voluntary_help: { nl: "Vrijwillige hulp", en: "Voluntary help" },
  halt: { nl: "Halt", en: "Halt" },
  civil: { nl: "Drang en dwang, civielrechtelijk", en: "Coercion, civil" },
  criminal: { nl: "Drang en dwang, strafrechtelijk", en: "Coercion, criminal" },
} as const satisfies Record<string, { readonly nl: string; readonly en: string }>;

export type Route = keyof typeof routes;
