import type { KindCode } from "./kinds";
import { kinds } from "./kinds";

export interface PackedPaper {
  readonly reference: string;
  readonly name: string;
  readonly kind: KindCode;
  readonly sha256: string;
  readonly uploadedAt: Date;
  readonly sender: string;
}

/** The place of each paper in the package: numbered, so that no two have the same name. */
export function placesOf(papers: readonly Pick<PackedPaper, "reference" | "name">[]): readonly string[] {
  return papers.map(({ reference, name }, at) => `${reference}/${String(at + 1).padStart(2, "0")} ${name}`);
}

/** What is in the package, as lines of a table; the fingerprint proves that a paper is the one that was kept. */
export function indexOf(papers: readonly PackedPaper[]): readonly (readonly string[])[] {
  const places = placesOf(papers);
  const rows = papers.map((paper, at) => [
    places[at] ?? "",
    kinds[paper.kind].label.nl,
    paper.reference,
    paper.sender,
    paper.uploadedAt.toISOString(),
    paper.sha256,
  ]);
  return [["bestand", "soort", "melding", "verstuurd door", "verstuurd op", "sha256"], ...rows];
}
