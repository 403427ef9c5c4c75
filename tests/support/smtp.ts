import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

export interface ReceivedMail {
  readonly to: readonly string[];
  /** Where it goes when it cannot be delivered. */
  readonly from: string;
  /** Head and body as they came over the line. */
  readonly raw: string;
}

type Behaviour = "take" | "refuse" | "fall-silent" | "hang-up";

export interface TestSmtp {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** How many connections were opened since it began. */
  readonly connectionCount: number;
  /** What it does with a letter from now on: takes or refuses it, or takes it and says nothing, or hangs up instead. */
  behave(how: Behaviour): void;
  /** Closes every connection, as a server does with those that say nothing for a while. */
  hangUp(): void;
  close(): Promise<void>;
}

/** A real mail server on this machine that keeps what it gets; on a given port, or a free one. */
export async function openSmtp(port = 0): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  let behaviour: Behaviour = "take";
  const lines = new Set<Socket>();
  let connectionCount = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 100,
    onRcptTo({ address }, _session, answer) {
      // Nobody lives here any more.
      const isKnown = !address.startsWith("vertrokken@");
      answer(isKnown ? null : Object.assign(new Error("no such user"), { responseCode: 550 }));
    },
    onData(stream, session, answer) {
      void text(stream).then((raw) => {
        if (behaviour === "refuse") {
          answer(Object.assign(new Error("try again later"), { responseCode: 451 }));
          return;
        }
        received.push(asReceived(session, raw));
        if (behaviour === "take") answer(null, "taken");
        if (behaviour === "hang-up") hangUp(lines);
      });
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (line: Socket) => {
    connectionCount += 1;
    lines.add(line);
    line.once("close", () => lines.delete(line));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    get connectionCount() {
      return connectionCount;
    },
    hangUp: () => hangUp(lines),
    behave: (how) => {
      behaviour = how;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function asReceived({ envelope: { mailFrom, rcptTo } }: SMTPServerSession, raw: string): ReceivedMail {
  const from = mailFrom === false ? "" : mailFrom.address;
  return { to: rcptTo.map(({ address }) => address), from, raw };
}

function hangUp(lines: Iterable<Socket>): void {
  for (const line of lines) line.destroy();
}
