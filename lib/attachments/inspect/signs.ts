const starts = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  zip: [0x50, 0x4b, 0x03, 0x04],
  /** Word and Excel of before 2007, and newer ones with a password. */
  cfb: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
} as const;

type Signs = keyof typeof starts;

const known = ["pdf", "jpg", "png", "zip", "cfb"] as const satisfies readonly Signs[];

/** What the first bytes say a file is. */
export function signsOf(bytes: Buffer): Signs | "none" {
  return known.find((signs) => bytes.subarray(0, starts[signs].length).equals(Buffer.from(starts[signs]))) ?? "none";
}
