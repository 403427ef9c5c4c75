import "server-only";
import { prisma } from "@/lib/db/client.server";
import { translatorFor } from "@/lib/i18n/translator";
import { listMailViewers } from "@/lib/identity/absent-viewer.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { receiveReply } from "./commands/receive-reply.server";
import { wordsLimit } from "./inputs";
import type { MailRefusal } from "./mail-door.server";
import { isFromMachine } from "./mail-kind";
import { isExpired, isGivenTo, readReplyAddress } from "./reply-address.server";
import { ownWords } from "./reply-text";

/** A mail as it came to the door. */
export interface ReceivedMail {
  /** The one address that it says it is from; empty when it names none or several. */
  readonly from: string;
  readonly returnPath: string;
  readonly to: readonly string[];
  readonly header: (name: string) => string;
  readonly text: string;
  readonly fileCount: number;
}

export function isReplyTarget(address: string, domain: string): boolean {
  return readReplyAddress(address, domain) !== null;
}

/** So many answers of one person at one report are taken in an hour: two machines that found each other come to rest. */
const perHourMost = 20;

/** Puts an answer by mail into the conversation. Null: taken, or written by a machine and laid aside. */
export async function takeReply(mail: ReceivedMail, domain: string, now: Now): Promise<MailRefusal | null> {
  if (isFromMachine(mail)) return null;
  const target = mail.to.map((address) => readReplyAddress(address, domain)).find((found) => found !== null);
  if (target === undefined) return "no-such-address";
  if (!isGivenTo(target, mail.from)) return "not-your-address";
  if (isExpired(target, now.today)) return "address-expired";
  const report = await prisma.report.findUnique({ where: { id: target.reportId } });
  if (report === null) return "no-such-address";
  const viewers = await listMailViewers(mail.from, now);
  const viewer = viewers.find((one) => can(one, "message:send", report));
  if (viewer === undefined) return "not-allowed";
  const words = wordsFrom(mail, viewer);
  if (words === null) return "nothing-said";
  if (await hasSaidTooMuch(viewer, report.id, now)) return "too-many";
  const received = await receiveReply(viewer, { reference: report.reference, words }, now);
  return received.ok ? null : "not-allowed";
}

/** Null: nothing of his own. That files came along is said, for they stay behind. */
function wordsFrom({ text, fileCount }: ReceivedMail, { locale }: PersonViewer): string | null {
  const own = ownWords(text);
  if (own === "") return null;
  const t = translatorFor(locale);
  const left = fileCount === 0 ? "" : `\n\n${t("conversation.mail.filesLeft", { count: fileCount })}`;
  const room = wordsLimit - left.length;
  const cut = own.length > room ? `${own.slice(0, room - 1)}…` : own;
  return `${cut}${left}`;
}

async function hasSaidTooMuch({ accountId }: PersonViewer, reportId: string, now: Now): Promise<boolean> {
  const since = new Date(now.at.getTime() - 60 * 60_000);
  const count = await prisma.message.count({
    where: { reportId, authorId: accountId, origin: "mail", sentAt: { gte: since } },
  });
  return count >= perHourMost;
}
