import type { ReactNode } from "react";
import { classes } from "./classes";
import type { Examples } from "./examples";

const tones = {
  neutral: "bg-sunken text-ink-soft",
  busy: "bg-brand-wash text-brand-strong",
  wait: "bg-attention-wash text-attention",
  late: "bg-danger-wash text-danger",
  done: "bg-good-wash text-good",
} as const;

export type Tone = keyof typeof tones;

/** The colour never says anything that the word does not say. */
export function StatusTag({ tone = "neutral", children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={classes("tag", tones[tone])}>{children}</span>;
}

export const examples: Examples = {
  neutral: <StatusTag>Nieuw</StatusTag>,
  busy: <StatusTag tone="busy">In behandeling</StatusTag>,
  wait: <StatusTag tone="wait">Wacht op school</StatusTag>,
  late: <StatusTag tone="late">Nog geen reactie</StatusTag>,
  done: <StatusTag tone="done">Terug op school</StatusTag>,
};
