const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];

interface Range {
  readonly after: number;
  readonly step: number;
}

/** Numbers that pass the eleven-test and start with 99, which no real person has here. */
export function inventedNumbers({ after, step }: Range): () => string {
  let next = after;
  return () => {
    for (;;) {
      next += step;
      const digits = [...String(next)].map(Number);
      const sum = weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
      if (sum % 11 === 0) return String(next);
    }
  };
}
