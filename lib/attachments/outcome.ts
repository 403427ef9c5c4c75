import type { Messages } from "@/lib/i18n/messages";
import { limits } from "./limits";

/** Why a paper may not have been kept, as codes with a sentence of their own. */
const faultCodes = [
  "papers-no-hours",
  "file-empty",
  "file-too-large",
  "file-missing",
  "file-kind-refused",
  "file-heic",
  "file-old-office",
  "file-macros",
  "file-packed",
  "file-not-as-named",
  "file-broken",
  "file-locked",
  "file-bomb",
  "file-virus",
  "file-unscannable",
  "image-too-large",
  "pdf-acts",
  "office-acts",
  "upload-cut",
  "store-away",
  "database-away",
  "papers-gone",
  "papers-full",
  "papers-too-many",
  "papers-no-room",
  "papers-withdrawn",
] as const satisfies readonly (keyof Messages["problems"])[];

type FaultCode = (typeof faultCodes)[number];

const acts = { weg: "removed", bewaren: "held", vrij: "released", overgenomen: "handedOver" } as const;

export type PapersAct = (typeof acts)[keyof typeof acts];

/** Where one comes back to after doing something with the papers of a report. */
export function papersPath(word: keyof typeof acts): (reference: string) => string {
  return (reference) => `/werkvoorraad/${reference}?bijlage=${word}#bijlagen`;
}

function isActWord(word: unknown): word is keyof typeof acts {
  return typeof word === "string" && Object.hasOwn(acts, word);
}

export interface PapersOutcome {
  readonly added: number;
  /** What was done with papers that were there. Null: nothing. */
  readonly act: PapersAct | null;
  readonly faults: readonly FaultCode[];
}

/** The number that the sentence about a fault names, where it names one. */
export function limitOf(code: FaultCode): number {
  return code === "papers-too-many" ? limits.filesPerSenderPerDay : limits.filesPerReport;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What became of papers that were sent by a form, out of the address to which it came back. */
export function readOutcome(query: Query): PapersOutcome {
  const added = Number(/^\d{1,2}$/.exec(String(query["bijlagen"]))?.[0] ?? 0);
  const given = [query["fout"] ?? []].flat();
  const word = query["bijlage"];
  return {
    added,
    act: isActWord(word) ? acts[word] : null,
    faults: faultCodes.filter((code) => given.includes(code)),
  };
}
