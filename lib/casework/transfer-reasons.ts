import type { Label } from "@/lib/i18n/locale";

type Act = "refer" | "transfer" | "refuse";

/** Why a report goes to another office, or is not taken over there. Read by offices only: a reason says where somebody lives. */
export const transferReasons = {
  "lives-elsewhere": {
    nl: "de leerling ergens anders woont",
    en: "the student lives elsewhere",
    acts: ["refer"],
  },
  "stays-elsewhere": {
    nl: "de leerling ergens anders verblijft",
    en: "the student stays elsewhere",
    acts: ["refer", "transfer"],
  },
  "other-duty": {
    nl: "dat kantoor bevoegd is voor de plicht die geldt",
    en: "that office is competent for the duty that applies",
    acts: ["refer", "transfer"],
  },
  moved: { nl: "de leerling is verhuisd", en: "the student has moved", acts: ["transfer"] },
  "turns-eighteen": {
    nl: "de leerling 18 wordt of is geworden",
    en: "the student turns or has turned 18",
    acts: ["transfer"],
  },
  agreed: {
    nl: "de twee kantoren dat hebben afgesproken",
    en: "the two offices agreed so",
    acts: ["refer", "transfer"],
  },
  "not-competent": {
    nl: "dat kantoor niet bevoegd is",
    en: "that office is not competent",
    acts: ["refuse"],
  },
  "lives-not-there": {
    nl: "de leerling daar niet woont of verblijft",
    en: "the student neither lives nor stays there",
    acts: ["refuse"],
  },
  "finish-first": {
    nl: "het eerste kantoor de zaak beter kan afmaken",
    en: "the first office can better finish the case",
    acts: ["refuse"],
  },
} as const satisfies Record<string, Label & { readonly acts: readonly Act[] }>;

export type TransferReason = keyof typeof transferReasons;

export function isTransferReason(code: string): code is TransferReason {
  return Object.hasOwn(transferReasons, code);
}

/** The reasons that fit an act, in the order of the table. */
export function reasonsFor(act: Act): readonly [TransferReason, ...TransferReason[]] {
  const codes = Object.keys(transferReasons).filter(isTransferReason);
  const [first, ...rest] = codes.filter((code) => transferReasons[code].acts.some((one) => one === act));
  if (first === undefined) throw new Error(`no reason for ${act}`);
  return [first, ...rest];
}
