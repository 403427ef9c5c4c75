import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

export interface ReceivedMail {
  readonly to: readonly string[];
  /** Where it goes when it cannot be delivered. */
  readonly from: string;
  /** Head and body as they came over the line. */
  readonly raw: string;
  /** It came over a line that was encrypted. */
  readonly isSecret: boolean;
}

type Behaviour = "take" | "drop" | "refuse" | "fall-silent" | "hang-up";
/** `plain` cannot encrypt; the others can, with a certificate that nobody vouches for. */
type Line = "plain" | "starttls" | "tls";

export interface TestSmtp {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** How many connections were opened since it began. */
  readonly connectionCount: number;
  /** How many of them are open now. */
  readonly openCount: number;
  /**
   * What it does with a letter from now on: takes it; says that it does and loses it; refuses it; takes it and says
   * nothing; or hangs up instead.
   */
  behave(how: Behaviour): void;
  /** Closes every connection, as a server does with those that say nothing for a while. */
  hangUp(): void;
  close(): Promise<void>;
}

/** A real mail server on this machine that keeps what it gets; on a given port, or a free one. */
export async function openSmtp(port = 0, line: Line = "plain"): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  let behaviour: Behaviour = "take";
  const sockets = new Set<Socket>();
  let connectionCount = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: line === "plain" ? ["STARTTLS"] : [],
    secure: line === "tls",
    closeTimeout: 100,
    onRcptTo({ address }, _session, answer) {
      // Nobody lives here any more.
      const isKnown = !address.startsWith("vertrokken@");
      answer(isKnown ? null : Object.assign(new Error("no such user"), { responseCode: 550 }));
    },
    onData(stream, session, answer) {
      const behaviours: Record<Behaviour, () => void> = {
        take: () => answer(null, "taken"),
        drop: () => answer(null, "taken"),
        refuse: () => answer(Object.assign(new Error("try again later"), { responseCode: 451 })),
        "fall-silent": () => undefined,
        "hang-up": () => hangUp(sockets),
      };
      void text(stream).then((raw) => {
        if (behaviour !== "refuse" && behaviour !== "drop") received.push(asReceived(session, raw));
        behaviours[behaviour]();
      });
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    connectionCount += 1;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address() as AddressInfo;
  return {
    url: `${line === "tls" ? "smtps" : "smtp"}://127.0.0.1:${address.port}`,
    received,
    get connectionCount() {
      return connectionCount;
    },
    get openCount() {
      return sockets.size;
    },
    hangUp: () => hangUp(sockets),
    behave: (how) => {
      behaviour = how;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function asReceived({ envelope: { mailFrom, rcptTo }, secure }: SMTPServerSession, raw: string): ReceivedMail {
  const from = mailFrom === false ? "" : mailFrom.address;
  return { to: rcptTo.map(({ address }) => address), from, raw, isSecret: secure };
}

function hangUp(sockets: Iterable<Socket>): void {
  for (const socket of sockets) socket.destroy();
}
