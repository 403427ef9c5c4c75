import "server-only";
import { createTransport } from "nodemailer";
import type { Letter } from "./letter-html";

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
    this.isAway = /^(ETIMEDOUT|ECONNECTION|ESOCKET|EDNS|ECONNREFUSED|EAUTH)\b/.test(code);
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

const manner = {
  pool: true,
  maxConnections: 10,
  maxMessages: Number.POSITIVE_INFINITY,
  connectionTimeout: 10 * second,
  greetingTimeout: 10 * second,
  socketTimeout: 20 * second,
  disableFileAccess: true,
  disableUrlAccess: true,
} as const;

/** Sends by the mail server of the operator. A letter is either taken by it or refused within half a minute. */
export function openMail(smtpUrl: string, from: string): Mail {
  const server = new URL(smtpUrl);
  // Beside an address the library passes over all other options without a word: they must stand in it.
  for (const [name, value] of Object.entries(manner)) server.searchParams.set(name, String(value));
  const transport = createTransport(server.href);
  return {
    async send({ to, messageId, threadId, replyTo, returnTo, subject, text, html }) {
      const thread = threadId === null ? {} : { inReplyTo: threadId, references: [threadId] };
      const reply = replyTo === null ? {} : { replyTo: { name: "Verzuimloket", address: replyTo } };
      const envelope = returnTo === null ? {} : { envelope: { from: returnTo, to } };
      const headers = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          messageId,
          ...thread,
          ...reply,
          ...envelope,
          subject,
          text,
          html,
          headers,
        });
      } catch (error) {
        throw new MailRefused(codeOf(error));
      }
    },
    isUp: () =>
      transport.verify().then(
        () => true,
        () => false,
      ),
    close: () => transport.close(),
  };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const parts: readonly unknown[] = [Reflect.get(error, "code"), Reflect.get(error, "responseCode")];
  return parts.filter((part) => typeof part === "string" || typeof part === "number").join(" ") || "unknown";
}
