/**
 * What a mail server says in the part of its notice that is written for programs (RFC 3464): the code for which it gave
 * a letter up; null when it only tries longer, delivered, or says nothing of the kind.
 */
export function givenUpFor(status: string): string | null {
  // Blocks of fields; a field goes on in the lines after it that begin with a space.
  const blocks = status
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\n[ \t]+/g, " ")
    .split(/\n{2,}/);
  const failed = blocks.find((block) => /^action:\s*failed\s*$/im.test(block));
  if (failed === undefined) return null;
  return /^status:\s*([245]\.\d{1,3}\.\d{1,3})\b/im.exec(failed)?.[1] ?? "5.0.0";
}
