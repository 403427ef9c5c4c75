/**
 * The five legal statuses of a report, and the moves between them.
 * Source: Besluit Verzuimmelding, annex; the statuses of 12 August 2020.
 */
export const statuses = {
  registered: {
    label: { nl: "Geregistreerd", en: "Registered" },
    meaning: {
      nl: "De melding ligt bij het kantoor, maar is nog niet opgepakt.",
      en: "The report is with the office, but has not been taken up yet.",
    },
    open: true,
    next: { office: ["in_progress", "noted", "closed"], school: ["withdrawn"] },
  },
  in_progress: {
    label: { nl: "In behandeling", en: "In progress" },
    meaning: {
      nl: "Een medewerker van het kantoor is ermee bezig.",
      en: "Somebody at the office is working on it.",
    },
    open: true,
    next: { office: ["closed", "noted"], school: ["withdrawn"] },
  },
  noted: {
    label: { nl: "Ter kennisgeving aangenomen", en: "Noted" },
    meaning: {
      nl: "Het kantoor heeft de melding gelezen en doet er nu niets mee.",
      en: "The office has read the report and takes no action for now.",
    },
    open: false,
    next: { office: ["in_progress", "closed"], school: ["withdrawn"] },
  },
  closed: {
    label: { nl: "Afgesloten", en: "Closed" },
    meaning: { nl: "Het kantoor is klaar met deze melding.", en: "The office is done with this report." },
    open: false,
    next: { office: ["in_progress"], school: [] },
  },
  withdrawn: {
    label: { nl: "Ingetrokken", en: "Withdrawn" },
    meaning: { nl: "De school heeft de melding ingetrokken.", en: "The school has withdrawn the report." },
    open: false,
    next: { office: [], school: [] },
  },
} as const satisfies Record<
  string,
  {
    label: { nl: string; en: string };
    meaning: { nl: string; en: string };
    open: boolean;
    next: { office: readonly StatusCode[]; school: readonly StatusCode[] };
  }
>;

type StatusCode = "registered" | "in_progress" | "noted" | "closed" | "withdrawn";
export type Status = keyof typeof statuses;
export type Side = "school" | "office";

export const statusCodes: readonly Status[] = ["registered", "in_progress", "noted", "closed", "withdrawn"];
export const openStatuses: readonly Status[] = statusCodes.filter((status) => statuses[status].open);

/** Nothing more is done with such a report unless the office reopens it. */
export function isOver(status: Status): boolean {
  return status === "closed" || status === "withdrawn";
}

/** May this side move a report from one status to the other? */
export function mayMove(side: Side, from: Status, to: Status): boolean {
  const next: readonly Status[] = statuses[from].next[side];
  return next.includes(to);
}
