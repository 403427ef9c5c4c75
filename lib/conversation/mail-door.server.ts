import "server-only";
import { Readable } from "node:stream";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { log } from "@/lib/config/log.server";
import { noteBounce } from "@/lib/notifications/bounce.server";
import { readReturnAddress } from "@/lib/notifications/return-address.server";
import { now } from "@/lib/shared/clock";
import { refusingAddress } from "./reply-address.server";
import { isReplyTarget, type ReceivedMail, takeReply } from "./take-reply.server";

interface Door {
  readonly domain: string;
  readonly port: number;
  readonly host: string;
}

/**
 * A mail is held whole while it is read; what is larger is put with the report at the desk. It is no limit that the
 * server itself announces: it would say so in English, and not what to do instead.
 */
const bytesMost = 5 * 1024 * 1024;
const clientsMost = 50;

/**
 * Takes answers by mail, until the signal. The mail server of the organisation hands them over; a refusal is said while
 * it still listens, so that it tells the sender and this desk never writes to a stranger.
 */
export async function openMailDoor({ domain, port, host }: Door, stop: AbortSignal): Promise<void> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    maxClients: clientsMost,
    socketTimeout: 60_000,
    onRcptTo: ({ address }, _session, answer) => {
      const refused = refusedFor(address, domain);
      answer(refused === null ? null : refusal(refused));
    },
    onData: (stream, session, answer) => {
      receive(stream, session, domain).then(
        (refused) => answer(refused === null ? null : refusal(refused)),
        (error: unknown) => {
          log().warn({ err: error }, "an answer by mail could not be taken; its sender's server tries again");
          answer(Object.assign(new Error("Try again later."), { responseCode: 451 }));
        },
      );
    },
  });
  server.on("error", (error) => log().warn({ err: error }, "the door for mail had a problem and goes on"));
  server.listen(port, host);
  await new Promise<void>((resolve) => {
    const close = () => server.close(() => resolve());
    if (stop.aborted) close();
    else stop.addEventListener("abort", close, { once: true });
  });
}

/** Null: taken, or of a machine and laid aside. */
async function receive(stream: SMTPServerDataStream, session: SMTPServerSession, domain: string) {
  const room = { isOver: false };
  const parsed = await simpleParser(Readable.from(upToLimit(stream, room)), parsing);
  if (room.isOver) return "too-large";
  const { mailFrom, rcptTo } = session.envelope;
  const letterId = rcptTo.map(({ address }) => readReturnAddress(address, domain)).find((found) => found !== null);
  if (letterId !== undefined) return takeBounce(letterId, parsed);
  const senders = parsed.from?.value ?? [];
  const mail: ReceivedMail = {
    from: senders.length === 1 ? (senders[0]?.address ?? "") : "",
    returnPath: mailFrom === false ? "" : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
    header: (name) => headerOf(parsed.headers.get(name)),
    text: parsed.text ?? "",
    files: parsed.attachments
      .filter(({ related }) => !related)
      .map(({ filename, content }) => ({ name: filename ?? "", bytes: content })),
  };
  return takeReply(mail, domain, now());
}

const parsing = { skipImageLinks: true, skipTextToHtml: true, keepDeliveryStatus: true } as const;

function refusedFor(address: string, domain: string): MailRefusal | null {
  if (isReplyTarget(address, domain) || readReturnAddress(address, domain) !== null) return null;
  return address.toLowerCase() === refusingAddress(domain) ? "answer-at-desk" : "no-such-address";
}

/** A mail that comes back is never refused: its sender is a machine that would write about that to nobody. */
async function takeBounce(letterId: string, { attachments }: ParsedMail): Promise<null> {
  const told = attachments.filter(({ contentType }) => contentType === "message/delivery-status");
  await noteBounce(
    letterId,
    told.map(({ content }) => content.toString("utf8")),
    now(),
  );
  return null;
}

/** The server hands on all of a mail, however large: what is over the limit is read and let go. */
async function* upToLimit(stream: AsyncIterable<Buffer>, room: { isOver: boolean }): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const piece of stream) {
    read += piece.length;
    room.isOver = read > bytesMost;
    if (!room.isOver) yield piece;
  }
}

function headerOf(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined ? "" : JSON.stringify(value);
}

/** What the sender reads in the notice of his own mail server, in both languages. */
const refusals = {
  "no-such-address": "Dit adres bestaat niet. Antwoord op een mail van het Verzuimloket. / No such address.",
  "answer-at-desk":
    "Op deze mail kunt u niet antwoorden, en niemand leest dit antwoord. Log in bij het Verzuimloket: daar staat alles. / You cannot answer this mail, and nobody reads this answer. Sign in at the desk.",
  "too-large": "Deze mail is te groot. Stuur alleen tekst, of zet bestanden bij de melding. / This mail is too large.",
  "not-your-address":
    "Dit antwoordadres hoort bij een ander mailadres. Antwoord vanaf het adres dat de mail kreeg, of log in. / This reply address belongs to somebody else.",
  "address-expired":
    "Dit antwoordadres is ouder dan 60 dagen. Log in bij het Verzuimloket om te antwoorden. / This reply address is more than 60 days old. Sign in at the desk to answer.",
  "not-allowed":
    "U kunt bij deze melding niet per mail antwoorden. Log in bij het Verzuimloket. / You cannot answer this report by mail.",
  "nothing-said": "Er stond geen eigen tekst in deze mail. / There were no words of your own in this mail.",
  "files-left":
    "Niet elk bestand uit deze mail kon bij de melding. Log in bij het Verzuimloket en zet het daar bij de melding; daar leest u ook wat eraan scheelt. / Not every file in this mail could be kept. Sign in at the desk and add it there.",
  "words-without-files":
    "Uw woorden staan bij de melding. Niet elk bestand uit deze mail kon erbij. Log in bij het Verzuimloket en zet het daar bij de melding; stuur uw woorden niet nog eens. / Your words are with the report, but not every file in this mail could be kept. Sign in at the desk and add it there; do not send your words again.",
  "too-many": "Er kwamen te veel mails kort na elkaar. Probeer het over een uur opnieuw. / Too many mails.",
} as const;

export type MailRefusal = keyof typeof refusals;

function refusal(code: MailRefusal): Error {
  const responseCode = code === "too-large" ? 552 : code === "too-many" ? 450 : 550;
  return Object.assign(new Error(refusals[code]), { responseCode });
}
