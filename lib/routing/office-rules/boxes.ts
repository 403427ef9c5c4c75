/** Whole numbers; both ends belong to it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** For each question the answers that fit. In it lies what answers every question so. */
export type Box = readonly (readonly Span[])[];

export function isEmpty(box: Box): boolean {
  return box.some((spans) => spans.length === 0);
}

/** What is left of a box when others are taken out of it; null: in too many pieces to say. */
export function leftOf(box: Box, taken: readonly Box[]): readonly Box[] | null {
  let left: readonly Box[] = [box];
  for (const other of taken) {
    left = left.flatMap((piece) => without(piece, other));
    if (left.length === 0) return left;
    if (left.length > mostPieces) return null;
  }
  return left;
}

const mostPieces = 64;

/** Question by question: the part with another answer stays, the rest goes on to the next question. */
function without(box: Box, other: Box): readonly Box[] {
  const pieces: Box[] = [];
  let shared = box;
  for (const [question, taken] of other.entries()) {
    const spans = shared[question] ?? [];
    const both = spans.flatMap((span) => taken.flatMap((cut) => meet(span, cut)));
    if (both.length === 0) return [box];
    const apart = taken.reduce<readonly Span[]>((rest, cut) => rest.flatMap((span) => outside(span, cut)), spans);
    if (apart.length > 0) pieces.push(shared.with(question, apart));
    shared = shared.with(question, both);
  }
  return pieces;
}

function meet(a: Span, b: Span): readonly Span[] {
  return filled({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });
}

function outside({ from, to }: Span, cut: Span): readonly Span[] {
  return [...filled({ from, to: Math.min(to, cut.from - 1) }), ...filled({ from: Math.max(from, cut.to + 1), to })];
}

export function filled(span: Span): readonly Span[] {
  return span.from <= span.to ? [span] : [];
}
