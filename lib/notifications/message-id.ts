import { createHash } from "node:crypto";

/** The same for every try of one letter, so that a receiver can tell a second copy (settled 28). */
export function messageIdOf(eventId: string, address: string, mailFrom: string): string {
  const hash = createHash("sha256").update(`${eventId}\n${address}`).digest("hex").slice(0, 40);
  return `<${hash}@${domainOf(mailFrom)}>`;
}

function domainOf(mailFrom: string): string {
  return mailFrom.slice(mailFrom.lastIndexOf("@") + 1).replaceAll(/[^A-Za-z0-9.-]/g, "");
}
