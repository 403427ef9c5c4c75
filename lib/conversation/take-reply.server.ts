import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Report } from "@/lib/db/generated/client";
import { translatorFor } from "@/lib/i18n/translator";
import { listMailViewers } from "@/lib/identity/absent-viewer.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { receiveReply } from "./commands/receive-reply.server";
import { wordsLimit } from "./inputs";
import type { MailRefusal } from "./mail-door.server";
import { isFromMachine } from "./mail-kind";
import { keepFiles, type MailedFile } from "./mailed-files.server";
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
  /** Without the pictures that are part of the text, such as the logo under a signature. */
  readonly files: readonly MailedFile[];
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
  return viewer === undefined ? "not-allowed" : put(viewer, report, mail, now);
}

/** Files first: what could not be kept is said under the words, and to the sender too. */
async function put(viewer: PersonViewer, report: Report, { text, files }: ReceivedMail, now: Now) {
  const own = ownWords(text);
  if (own === "" && files.length === 0) return "nothing-said";
  if (await hasSaidTooMuch(viewer, report.id, now)) return "too-many";
  const leftCount = await keepFiles(viewer, report, files, now);
  if (own === "") return leftCount === 0 ? null : "files-left";
  const words = withLeftOver(own, leftCount, viewer);
  const received = await receiveReply(viewer, { reference: report.reference, words }, now);
  if (!received.ok) return "not-allowed";
  return leftCount === 0 ? null : "words-without-files";
}

/** What somebody said, and that some of what came along is not with the report. */
function withLeftOver(own: string, leftCount: number, { locale }: PersonViewer): string {
  const t = translatorFor(locale);
  const left = leftCount === 0 ? "" : `\n\n${t("conversation.mail.filesLeft", { count: leftCount })}`;
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
