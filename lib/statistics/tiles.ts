/** Where the tile of each region lies on the map: column and row, by its number. A sketch of the country, ours. */
export const tiles: Readonly<Record<string, readonly [column: number, row: number]>> = {
  1: [7, 1],
  2: [7, 0],
  3: [6, 0],
  4: [5, 0],
  5: [4, 1],
  6: [5, 1],
  7: [6, 1],
  8: [7, 2],
  9: [6, 2],
  10: [5, 2],
  11: [5, 3],
  12: [6, 3],
  13: [6, 4],
  14: [5, 4],
  15: [4, 5],
  16: [4, 4],
  17: [4, 3],
  18: [4, 2],
  19: [3, 4],
  20: [3, 3],
  21: [2, 3],
  22: [3, 2],
  23: [2, 1],
  24: [2, 2],
  25: [1, 3],
  26: [1, 4],
  27: [2, 4],
  28: [0, 4],
  29: [1, 5],
  30: [2, 5],
  31: [1, 6],
  32: [0, 6],
  33: [0, 7],
  34: [2, 6],
  35: [3, 6],
  36: [4, 6],
  37: [4, 7],
  38: [5, 6],
  39: [5, 7],
  40: [5, 5],
};

export const shades = 5;

/** In which of five equal parts of the range a value lies: 1 is the least. */
export function shadeOf(value: number, values: readonly number[]): number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (most === least) return 1;
  return Math.min(shades, 1 + Math.floor(((value - least) / (most - least)) * shades));
}
