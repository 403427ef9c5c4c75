import { z } from "zod";
import type { Label } from "@/lib/i18n/locale";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { calendarDate, fromColumn } from "@/lib/shared/calendar-date";
import { casePath } from "./inbox-address";
import type { TransferReason } from "./transfer-reasons";

/** What the register can say of a student while a report is open, and why the case might then go elsewhere. */
export const signalKinds = {
  moved: {
    title: { nl: "De leerling is verhuisd", en: "The student has moved" },
    text: {
      nl: "Volgens het register woont de leerling sinds {day} in een gebied waarvoor uw kantoor niet bevoegd is.",
      en: "According to the register the student has lived since {day} in an area for which your office is not competent.",
    },
    reason: "moved",
  },
  "turns-eighteen": {
    title: { nl: "De leerling wordt 18", en: "The student turns 18" },
    text: {
      nl: "Op {day} wordt de leerling 18. Deze melding blijft bij u tot u haar afsluit of overdraagt.",
      en: "On {day} the student turns 18. This report stays with you until you close it or hand it over.",
    },
    reason: "turns-eighteen",
  },
  exempt: {
    title: { nl: "De leerling heeft een vrijstelling", en: "The student has an exemption" },
    text: {
      nl: "Volgens het register geldt sinds {day} een vrijstelling. Kijk of u verder mag gaan.",
      en: "According to the register an exemption holds since {day}. See whether you may go on.",
    },
    reason: null,
  },
  qualified: {
    title: { nl: "De leerling heeft een startkwalificatie", en: "The student has a basic qualification" },
    text: {
      nl: "Volgens het register sinds {day}. De kwalificatieplicht is dan voorbij, de leerplicht niet.",
      en: "According to the register since {day}. The qualification duty is then over, compulsory education is not.",
    },
    reason: null,
  },
  protected: {
    title: { nl: "Het adres is nu geheim", en: "The address is now protected" },
    text: {
      nl: "Sinds {day}. Alleen wie daarvoor is aangewezen, ziet deze zaak nog, en de school ziet geen kantoor meer.",
      en: "Since {day}. Only who is named for it still sees this case, and the school no longer sees an office.",
    },
    reason: null,
  },
} as const satisfies Record<
  string,
  { readonly title: Label; readonly text: Label; readonly reason: TransferReason | null }
>;

export type SignalKind = keyof typeof signalKinds;

export interface Signal {
  readonly id: string;
  readonly kind: SignalKind;
  readonly on: CalendarDate;
  /** The office that could take the case. Null: none is known, or the case stays. */
  readonly officeCode: string | null;
}

const signalData = z.object({ officeCode: z.string().nullable() });

interface StoredSignal {
  readonly id: string;
  readonly kind: string;
  readonly on: Date;
  readonly data: unknown;
}

/** The signals that wait, one of a kind: when the register spoke twice, the last time. */
export function readSignals(stored: readonly StoredSignal[]): readonly Signal[] {
  const latest = new Map<SignalKind, Signal>();
  for (const { id, kind, on, data } of [...stored].sort((one, other) => one.on.getTime() - other.on.getTime())) {
    if (!isSignalKind(kind)) continue;
    latest.set(kind, {
      id,
      kind,
      on: calendarDate.parse(fromColumn(on)),
      officeCode: signalData.parse(data).officeCode,
    });
  }
  return [...latest.values()];
}

function isSignalKind(kind: string): kind is SignalKind {
  return Object.hasOwn(signalKinds, kind);
}

/** Where the fitting act stands, filled in; null: the signal asks only to be seen. */
export function actOfSignal({ id, kind }: Signal, reference: string): string | null {
  // Neither the office nor the reason: they say where the student lives, and addresses are kept in many places.
  return signalKinds[kind].reason === null ? null : `${casePath(reference)}/overdragen?signaal=${id}`;
}
