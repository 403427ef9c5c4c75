/** How far an import is. */
export const importStages = ["columns", "checking", "ready", "sending"] as const;
export type ImportStage = (typeof importStages)[number];

/** What the desk says of one row. */
export const verdicts = {
  waiting: { tone: "neutral", isOpen: true, isSendable: false },
  good: { tone: "done", isOpen: true, isSendable: true },
  look: { tone: "wait", isOpen: true, isSendable: true },
  wrong: { tone: "late", isOpen: true, isSendable: false },
  left_out: { tone: "neutral", isOpen: true, isSendable: false },
  filed: { tone: "done", isOpen: false, isSendable: false },
  known: { tone: "neutral", isOpen: false, isSendable: false },
} as const satisfies Record<
  string,
  { tone: "neutral" | "done" | "wait" | "late"; isOpen: boolean; isSendable: boolean }
>;

export type Verdict = keyof typeof verdicts;
export const verdictCodes: readonly Verdict[] = Object.keys(verdicts).filter(isVerdict);
/** Mutable, as filters on rows want them. */
export const sendable = (): Verdict[] => verdictCodes.filter((code) => verdicts[code].isSendable);
export const open = (): Verdict[] => verdictCodes.filter((code) => verdicts[code].isOpen);

export function isVerdict(value: string): value is Verdict {
  return Object.hasOwn(verdicts, value);
}

export type VerdictCounts = Readonly<Record<Verdict, number>>;

export const noRows: VerdictCounts = { waiting: 0, good: 0, look: 0, wrong: 0, left_out: 0, filed: 0, known: 0 };

/** So many days after somebody last did something with it an import is kept, as a draft is. */
export const importDays = 14;

/** Which rows a page of an import shows. */
export const rowViews = ["wrong", "look", "good", "sent", "all"] as const;
export type RowView = (typeof rowViews)[number];

export const verdictsOf: Readonly<Record<RowView, readonly Verdict[]>> = {
  wrong: ["wrong", "left_out"],
  look: ["look"],
  good: ["good", "waiting"],
  sent: ["filed", "known"],
  all: verdictCodes,
};

interface Standing {
  readonly stage: ImportStage;
  readonly rowCount: number;
  readonly counts: VerdictCounts;
  readonly sendCount: number | null;
}

/** How far the work that goes on by itself is; true to the row. Null: nothing goes on. */
export function progressOf({ stage, rowCount, counts, sendCount }: Standing) {
  if (stage === "checking") return { done: rowCount - counts.waiting, total: rowCount };
  if (stage !== "sending") return null;
  const total = sendCount ?? 0;
  return { done: Math.max(0, total - counts.good - counts.look), total };
}
