import "server-only";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createTransport } from "nodemailer";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import SMTPPool from "nodemailer/lib/smtp-pool/index.js";
import { methodOf } from "@/lib/timeline/talk-calendar";
import type { Letter } from "./letter-html";
import { mustBeSecret } from "./mail-line";
import { senderOf } from "./sender";

/** The mail server did not take a letter. It holds a code and no cause: what the server said quotes addresses of people. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
  /** Nobody can be reached at this address; asking again changes nothing. */
  readonly isFinal: boolean;
  /** No server answered: the next letter would fare no better. */
  readonly isAway: boolean;

  constructor(code: string) {
    super(code);
    this.isFinal = /^EENVELOPE (501|521|55\d)$/.test(code);
    this.isAway = /^(ETIMEDOUT|ECONNECTION|ESOCKET|EDNS|ECONNREFUSED|EAUTH|ETLS)\b/.test(code);
  }
}

interface OutgoingLetter extends Letter {
  readonly to: string;
  readonly messageId: string;
  /** All letters about one report to one reader belong together. Null: stands alone. */
  readonly threadId: string | null;
  /** Where its reader can answer. Null: only at the desk. */
  readonly replyTo: string | null;
  /** Where a mail server tells that it could not deliver it. Null: to the sender's own address. */
  readonly returnTo: string | null;
}

export interface Mail {
  send(letter: OutgoingLetter): Promise<void>;
  /** Whether the server takes mail now. */
  isUp(): Promise<boolean>;
  close(): void;
}

const second = 1000;

/**
 * Sends by the mail server of the operator. A letter is either taken by it or refused within half a minute, and leaves
 * this machine only over a line that nobody else can read, to a server that proves its name.
 */
export function openMail(smtpUrl: string, mailFrom: string): Mail {
  const from = senderOf(mailFrom);
  // Made here: beside an address createTransport passes over all other options without a word.
  const pool = new SMTPPool({
    url: smtpUrl,
    requireTLS: mustBeSecret(smtpUrl),
    pool: true,
    maxConnections: 10,
    maxMessages: Number.POSITIVE_INFINITY,
    greetingTimeout: 10 * second,
    socketTimeout: 20 * second,
    getSocket: (server, give) => {
      openSocket(server).then(
        (connection) => give(null, { connection }),
        (error) => give(error, null),
      );
    },
  });
  const transport = createTransport(pool, { disableFileAccess: true, disableUrlAccess: true });
  let isClosed = false;
  return {
    async send(letter) {
      // The library would never answer.
      if (isClosed) throw new MailRefused("ECONNECTION closed");
      try {
        const { envelope, raw } = await compose(letter, from);
        // What comes back says so, and repeats nothing of the letter; a server that delivered it says nothing.
        const notice = { dsn: { id: letter.messageId.slice(1, -1), return: "headers", notify: "failure" } };
        await transport.sendMail({ envelope, raw, ...notice });
      } catch (error) {
        throw new MailRefused(codeOf(error));
      }
    },
    isUp: () =>
      transport.verify().then(
        () => true,
        () => false,
      ),
    close: () => {
      isClosed = true;
      transport.close();
    },
  };
}

/**
 * Made whole before it leaves: the library otherwise hands the server each line as it is made. How it is encoded is said,
 * for it would weigh that for each part and header. Together a tenth or more of what a letter costs.
 */
async function compose(letter: OutgoingLetter, from: string) {
  const { to, messageId, threadId, replyTo, returnTo, subject, text, html, calendar } = letter;
  const thread = threadId === null ? {} : { inReplyTo: threadId, references: [threadId] };
  const reply = replyTo === null ? {} : { replyTo: { name: "Verzuimloket", address: replyTo } };
  const envelope = returnTo === null ? {} : { envelope: { from: returnTo, to } };
  const node = new MailComposer({
    from,
    to: { name: "", address: to },
    messageId,
    ...thread,
    ...reply,
    ...envelope,
    subject,
    text,
    html,
    ...(calendar === null
      ? {}
      : { icalEvent: { method: methodOf(calendar), filename: "afspraak.ics", content: calendar } }),
    textEncoding: "quoted-printable",
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  }).compile();
  return { envelope: node.getEnvelope(), raw: await node.build() };
}

interface Server {
  readonly host?: string | undefined;
  readonly port?: string | number | undefined;
  readonly secure?: boolean | undefined;
}

/**
 * The library writes a letter in several small pieces and lets each wait until the server acknowledged the one before
 * it, some 40 ms; without that wait more than twice as many leave. It has no setting for it, but takes a connection.
 */
async function openSocket({ host = "localhost", port, secure = false }: Server): Promise<Socket> {
  const usualPort = secure ? 465 : 587;
  const socket = connect({ host, port: Number(port ?? usualPort), noDelay: true, keepAlive: true });
  try {
    await once(socket, "connect", { signal: AbortSignal.timeout(10 * second) });
    return socket;
  } catch (cause) {
    socket.destroy();
    throw Object.assign(new Error("no mail server answered", { cause }), { code: "ESOCKET" });
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const parts: readonly unknown[] = [Reflect.get(error, "code"), Reflect.get(error, "responseCode")];
  return parts.filter((part) => typeof part === "string" || typeof part === "number").join(" ") || "unknown";
}
