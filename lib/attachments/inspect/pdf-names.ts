const mark = "#".charCodeAt(0);

/**
 * The text of a PDF with names that are written in disguise (`/J#61vaScript`) as they are read. Sign by sign: a text of
 * nothing but disguise, cut into pieces, would take all memory.
 */
export function undisguised(bytes: Buffer): string {
  const plain = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at] === mark ? codeAt(bytes, at + 1) : -1;
    plain[length] = code === -1 ? (bytes[at] ?? 0) : code;
    if (code !== -1) at += 2;
    length += 1;
  }
  return plain.toString("latin1", 0, length);
}

/** Of two signs that write a number from 0 to 255; -1 when they do not. */
function codeAt(bytes: Buffer, at: number): number {
  const [high, low] = [digit(bytes[at]), digit(bytes[at + 1])];
  return high === -1 || low === -1 ? -1 : high * 16 + low;
}

function digit(code = 0): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
