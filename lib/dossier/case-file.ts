import type { PackedPaper } from "@/lib/attachments/papers-zip";
import type { RequestCode } from "@/lib/conversation/request-kinds";
import type { ResidenceLine } from "@/lib/directory/residence-line";
import type { Threshold } from "@/lib/reports/threshold";
import type { ReportView } from "@/lib/reports/views";
import type { PurposeCode } from "./purposes";

export interface WrittenWords {
  readonly at: Date;
  readonly author: string;
  readonly organisation: string;
  readonly words: string;
}

export interface Answer {
  readonly at: Date;
  readonly author: string;
  /** Null: the answer is a paper. */
  readonly words: string | null;
}

export interface AskedQuestion {
  readonly at: Date;
  readonly kind: RequestCode;
  readonly askedBy: string;
  /** Null: the kind says enough. */
  readonly words: string | null;
  /** Null: not answered. */
  readonly answer: Answer | null;
}

export interface FileReport {
  readonly report: ReportView;
  /** Null: its type has none. */
  readonly threshold: Threshold | null;
  readonly messages: readonly WrittenWords[];
  readonly questions: readonly AskedQuestion[];
}

/** All that a dossier is made of. */
export interface CaseFile {
  /** The report from which the dossier was asked. */
  readonly reference: string;
  readonly officeName: string;
  readonly maker: string;
  readonly madeAt: Date;
  readonly purpose: PurposeCode;
  readonly isProtected: boolean;
  /** The first absence first. */
  readonly reports: readonly FileReport[];
  /** The latest first; empty of a protected student. */
  readonly residences: readonly ResidenceLine[];
  readonly papers: readonly PackedPaper[];
  readonly has: { readonly conversation: boolean; readonly papers: boolean };
}
