import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  readonly to: readonly string[];
  /** Where it goes when it cannot be delivered. */
  readonly from: string;
  /** Head and body as they came over the line. */
  readonly raw: string;
}

export interface TestSmtp {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** What the server answers to a letter from now on: takes it, refuses it, or takes it and never says so. */
  behave(how: "take" | "refuse" | "fall-silent"): void;
  close(): Promise<void>;
}

/** A real mail server on this machine that keeps what it gets; on a given port, or a free one. */
export async function openSmtp(port = 0): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  let behaviour: "take" | "refuse" | "fall-silent" = "take";
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
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        received.push({ to: rcptTo.map(({ address }) => address), from, raw });
        if (behaviour === "take") answer(null, "taken");
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    behave: (how) => {
      behaviour = how;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
