import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { now } from "@/lib/shared/clock";
import { collapseOldNews, isOldNews } from "./digest.server";
import { giveUp } from "./give-up.server";
import { type Mail, MailRefused } from "./mailer.server";
import { messageIdOf } from "./message-id";
import { fillIn } from "./other-letters";
import type { Stationery } from "./tell.server";
import { onlyWanted } from "./wanted-letters.server";

/** What the post works with. */
export interface Post extends Stationery {
  /** Null: letters are kept, and stand in the mailbox of the functional administrator. */
  readonly mail: Mail | null;
  /** The link that lets somebody in; made while the mail leaves and kept nowhere. */
  readonly invitationLink: (invitationId: string) => string;
  /** Where this reader answers about a report; null: only at the desk. */
  readonly replyAddress: (reportId: string, reader: string) => string | null;
  /** Where an answer to other mail is told that it belongs at the desk; null: nowhere. */
  readonly refusingAddress: string | null;
  /** Where other mail servers tell that this letter could not be delivered; null: at the sender's own address. */
  readonly returnAddress: (letterId: string) => string | null;
}

/** Letters that must still leave by themselves. */
export const unsent = { sentAt: null, refusedAt: null, digestId: null, isForDay: false } as const;

type StoredLetter = Prisma.LetterGetPayload<object>;

/** As many at once as the mail server gets connections. */
const sendersMost = 10;
/** So many letters that left are noted in one go; a worker that dies sends as many again, under the same Message-ID. */
const notedTogether = 20;

/** A letter that is not older went to who was concerned a moment ago. */
const freshMilliseconds = 60_000;

/** What all senders of one round know. */
interface Round {
  readonly post: Post;
  readonly mail: Mail;
  readonly sent: string[];
  /** By event: what kept one of its letters from leaving. */
  readonly kept: Map<string, unknown>;
  /** The server does not answer: nothing more is tried in this round. Null: it does. */
  away: MailRefused | null;
}

/**
 * Letters about one report to one reader leave in the order in which they are given; those of several reports leave side
 * by side. Answers by event what kept its letters from leaving.
 */
export async function sendInOrder(letters: readonly StoredLetter[], post: Post): Promise<ReadonlyMap<string, unknown>> {
  const { mail } = post;
  if (mail === null) return new Map();
  const round: Round = { post, mail, sent: [], kept: new Map(), away: null };
  const lanes = [...Map.groupBy(await stillWanted(letters), ({ reportId, id }) => reportId ?? id).values()];
  const work = async () => {
    for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) await sendLane(lane, round);
  };
  await Promise.all(Array.from({ length: sendersMost }, work));
  await noteSent(round.sent.splice(0));
  return round.kept;
}

/** Who was written to just now was looked up just now. */
async function stillWanted(letters: readonly StoredLetter[]): Promise<readonly StoredLetter[]> {
  const moment = now();
  const hasWaited = ({ createdAt }: StoredLetter) => moment.at.getTime() - createdAt.getTime() > freshMilliseconds;
  return letters.some(hasWaited) ? onlyWanted(letters, prisma, moment) : letters;
}

async function sendLane(lane: readonly StoredLetter[], round: Round): Promise<void> {
  const held = new Map<string, unknown>();
  for (const letter of lane) {
    const reason = round.away ?? held.get(letter.toAddress) ?? (await failureOf(letter, round));
    if (reason === null) continue;
    held.set(letter.toAddress, reason);
    round.kept.set(letter.eventId, reason);
  }
}

/** Null: it left, or another letter tells of it, or its reader cannot be reached, which is shown with the report. */
async function failureOf(letter: StoredLetter, round: Round): Promise<unknown> {
  const { mail, post, sent } = round;
  try {
    if (letter.reportId !== null && (await isToldWithOthers(letter, mail, post))) return null;
    await hand(letter, mail, post);
  } catch (error) {
    return error instanceof MailRefused ? noteRefusal(letter, error, round) : error;
  }
  sent.push(letter.id);
  if (sent.length >= notedTogether) await noteSent(sent.splice(0));
  return null;
}

function hand(letter: StoredLetter, mail: Mail, post: Post): Promise<void> {
  const { id, toAddress: to, messageId, eventId } = letter;
  const { subject, text, html, calendar } = fillIn(letter, () => post.invitationLink(eventId));
  const returnTo = post.returnAddress(id);
  return mail.send({ to, messageId, ...answering(letter, post), returnTo, subject, text, html, calendar });
}

async function noteRefusal({ id }: StoredLetter, refusal: MailRefused, round: Round): Promise<MailRefused | null> {
  const { isFinal, isAway, message: lastError } = refusal;
  if (isAway) round.away ??= refusal;
  if (isFinal) {
    await giveUp({ letterId: id, code: lastError, at: now().at });
    return null;
  }
  await prisma.letter.update({ where: { id }, data: { lastError } });
  return refusal;
}

async function noteSent(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await prisma.letter.updateMany({ where: { id: { in: [...ids] } }, data: { sentAt: new Date(), lastError: null } });
}

/**
 * Letters about one report to one reader are one conversation in his mailbox. Who may say something can answer; whoever
 * answers another letter hears that nobody reads it, and where it belongs.
 */
function answering({ reportId, toAddress, isAnswerable }: StoredLetter, post: Post) {
  const { mailFrom, replyAddress, refusingAddress } = post;
  if (reportId === null) return { threadId: null, replyTo: refusingAddress };
  const replyTo = isAnswerable ? replyAddress(reportId, toAddress) : refusingAddress;
  return { threadId: messageIdOf(reportId, toAddress, mailFrom), replyTo };
}

/** A server that was away for hours comes back to a pile: then one letter tells of all. */
async function isToldWithOthers(letter: StoredLetter, mail: Mail, post: Post): Promise<boolean> {
  const moment = now();
  if (!(isOldNews(letter.createdAt, moment) && (await mail.isUp()))) return false;
  if (await collapseOldNews(letter.toAddress, post, moment)) return true;
  // Put together with others since it was read here, for a letter before this one or by another worker.
  return (await prisma.letter.count({ where: { id: letter.id, digestId: null } })) === 0;
}
