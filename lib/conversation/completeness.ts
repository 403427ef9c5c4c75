import type { KindCode } from "@/lib/attachments/kinds";
import type { Label } from "@/lib/i18n/locale";
import { absenceType } from "@/lib/reports/absence-types";
import type { ReportView } from "@/lib/reports/views";
import type { RequestCode } from "./request-kinds";
import type { RequestView } from "./views";

interface CompletenessFacts {
  readonly report: Pick<
    ReportView,
    "type" | "days" | "explanation" | "reason" | "schoolActions" | "schoolActionsNote" | "parentPhone"
  >;
  /** What the papers that can be opened are. */
  readonly papers: readonly KindCode[];
}

interface Need {
  readonly label: Label;
  /** What is asked of the school when it is not there. */
  readonly request: RequestCode;
  /** What the request says more than its kind. Dutch, whoever asks: the school keeps it as it was asked. */
  readonly words: string;
  readonly isAsked: (facts: CompletenessFacts) => boolean;
  readonly isThere: (facts: CompletenessFacts) => boolean;
}

const always = () => true;

/** What an officer needs to go to parents, and if it must be to the prosecutor. A new one is one entry here. */
const needs = {
  hours: {
    label: { nl: "Gemiste uren per dag", en: "Missed hours by day" },
    request: "dates",
    words: "Zet in de melding welke uren de leerling per dag miste.",
    isAsked: ({ report }) => absenceType(report.type).asks.hours,
    isThere: ({ report }) => report.days.length > 0,
  },
  explanation: {
    label: { nl: "Uitleg van de school", en: "Explanation of the school" },
    request: "statement",
    words: "Schrijf kort wat er aan de hand is, voor zover u dat weet.",
    isAsked: always,
    isThere: ({ report }) => report.explanation !== null || report.reason !== null,
  },
  actions: {
    label: { nl: "Wat de school al deed", en: "What the school did" },
    request: "statement",
    words: "Schrijf wat de school al heeft gedaan, en wanneer.",
    isAsked: always,
    isThere: ({ report }) => report.schoolActions.length > 0 || report.schoolActionsNote !== null,
  },
  parents: {
    label: { nl: "Telefoonnummer van ouders", en: "Telephone number of parents" },
    request: "contact",
    words: "Op welk nummer zijn de ouders te bereiken?",
    isAsked: always,
    isThere: ({ report }) => report.parentPhone !== null,
  },
  sheet: {
    label: { nl: "Verzuimstaat als bijlage", en: "Absence sheet as an attachment" },
    request: "absence_sheet",
    words: "Voeg de verzuimstaat toe bij Bijlagen. Het loket kan hem ook voor u maken.",
    isAsked: ({ report: { type } }) => absenceType(type).asks.hours || absenceType(type).asks.arrivals,
    isThere: ({ papers }) => papers.includes("absence_sheet"),
  },
} as const satisfies Record<string, Need>;

export type NeedCode = keyof typeof needs;

export interface NeedLine {
  readonly code: NeedCode;
  readonly label: Label;
  readonly request: RequestCode;
  readonly words: string;
  /** waiting: the school was asked and has not answered yet. */
  readonly state: "there" | "missing" | "waiting";
}

export interface Completeness {
  readonly lines: readonly NeedLine[];
  readonly thereCount: number;
}

/** How complete a report is for the office, and what could be asked of the school. */
export function completenessOf(facts: CompletenessFacts, requests: readonly RequestView[]): Completeness {
  const asked = new Set(requests.filter(({ state }) => state.kind === "waiting").map(({ kind }) => kind));
  const lines = entries.flatMap(([code, need]): readonly NeedLine[] => {
    if (!need.isAsked(facts)) return [];
    const { label, request, words } = need;
    const state = need.isThere(facts) ? "there" : asked.has(request) ? "waiting" : "missing";
    return [{ code, label, request, words, state }];
  });
  return { lines, thereCount: lines.filter(({ state }) => state === "there").length };
}

const codes = ["hours", "explanation", "actions", "parents", "sheet"] as const satisfies readonly NeedCode[];
const entries: readonly (readonly [NeedCode, Need])[] = codes.map((code) => [code, needs[code]]);
