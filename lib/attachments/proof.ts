import type { paperReasons } from "@/lib/audit/erasures";
import type { Label } from "@/lib/i18n/locale";
import { type FormatCode, formats } from "./formats";
import { type KindCode, kinds } from "./kinds";

/** Why a paper is not there any more. */
export const whyGone = {
  retention: { nl: "bewaartermijn voorbij", en: "retention over" },
  "handed-over": { nl: "overgenomen in het gemeentelijk dossier", en: "taken into the municipal file" },
  sender: { nl: "verwijderd door wie het verstuurde", en: "removed by whoever sent it" },
  refused: { nl: "tegengehouden door de controle op virussen", en: "stopped by the check for viruses" },
} as const satisfies Record<(typeof paperReasons)[number], Label>;

export type WhyGone = keyof typeof whyGone;

export function isWhyGone(code: string | null): code is WhyGone {
  return code !== null && Object.hasOwn(whyGone, code);
}

/** What is known of a paper that is gone. Nothing of what was in it, how it was called or who sent it. */
export interface GonePaper {
  /** The same as on the access log. */
  readonly id: string;
  readonly kind: KindCode;
  readonly format: FormatCode;
  readonly byteCount: number;
  readonly sha256: string;
  readonly uploadedAt: Date;
  readonly goneAt: Date;
  /** Null: gone before the desk noted why. */
  readonly why: WhyGone | null;
  /** Null: the bytes wait for the sweep, or left the store before that was noted. */
  readonly bytesGoneAt: Date | null;
}

const header = [
  "melding",
  "bijlage",
  "soort",
  "formaat",
  "grootte in bytes",
  "sha256 van wat is bewaard",
  "ontvangen",
  "sleutel en naam vernietigd",
  "reden",
  "bytes uit de opslag",
];

/** The proof of destruction of one report, as lines of a table. Moments are in UTC, as in the index of a package. */
export function proofOf(reference: string, papers: readonly GonePaper[]): readonly (readonly string[])[] {
  const rows = papers.map((paper) => [
    reference,
    paper.id,
    kinds[paper.kind].label.nl,
    formats[paper.format].label.nl,
    String(paper.byteCount),
    paper.sha256,
    paper.uploadedAt.toISOString(),
    paper.goneAt.toISOString(),
    paper.why === null ? "niet vastgelegd" : whyGone[paper.why].nl,
    paper.bytesGoneAt?.toISOString() ?? "niet vastgelegd",
  ]);
  return [header, ...rows];
}
