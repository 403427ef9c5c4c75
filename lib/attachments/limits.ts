const mebibyte = 1024 * 1024;

/** How much may go along (settled 24, trust E1). */
export const limits = {
  bytesPerFile: 10 * mebibyte,
  filesPerReport: 10,
  /** What one person or coupled system sends in a day. */
  filesPerSenderPerDay: 200,
  bytesPerOrganisation: 20 * 1024 * mebibyte,
  /** Of an image; more asks too much memory to draw it anew. */
  pixels: 40_000_000,
  /** Of a Word or Excel file, which is a package of files. */
  packed: { entries: 1_000, bytes: 100 * mebibyte, ratio: 100 },
} as const;

export const megabytesPerFile = limits.bytesPerFile / mebibyte;
