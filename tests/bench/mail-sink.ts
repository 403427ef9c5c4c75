import { createServer, type Socket } from "node:net";
import { performance } from "node:perf_hooks";

export interface SunkMail {
  readonly to: string;
  readonly messageId: string;
  readonly at: number;
}

export interface MailSink {
  readonly url: string;
  /** In the order in which they were taken. */
  readonly taken: readonly SunkMail[];
  readonly end: () => Promise<void>;
}

/** A mail server that takes all and does nothing, so that it is the desk that is measured; at once or after a while. */
export async function openSink(answersAfter = 0): Promise<MailSink> {
  const taken: SunkMail[] = [];
  const server = createServer((socket) => serve(socket, (mail) => taken.push(mail), answersAfter));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, taken, end: () => new Promise((resolve) => server.close(() => resolve())) };
}

const endOfLine = "\r\n";
const endOfMail = "\r\n.\r\n";
const taken = "250 taken";

/** One connection: lines until DATA, then one mail, then lines again. */
function serve(socket: Socket, take: (mail: SunkMail) => void, answersAfter: number): void {
  let waiting = "";
  let to = "";
  let until = endOfLine;
  const answer = (said: string) => {
    if (until === endOfMail) {
      until = endOfLine;
      take({ to, messageId: /^Message-ID: (\S+)/im.exec(said)?.[1] ?? "", at: performance.now() });
      return taken;
    }
    if (/^RCPT/i.test(said)) to = /<([^>]*)>/.exec(said)?.[1] ?? "";
    if (!/^DATA/i.test(said)) return "250 ok";
    until = endOfMail;
    return "354 go on";
  };
  const say = (said: string) => {
    const write = () => socket.destroyed || socket.write(`${said}\r\n`);
    if (answersAfter > 0 && said === taken) setTimeout(write, answersAfter);
    else write();
  };
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  socket.write("220 sink\r\n");
  socket.on("data", (piece: Buffer) => {
    waiting += piece.toString("latin1");
    for (let end = waiting.indexOf(until); end !== -1; end = waiting.indexOf(until)) {
      const said = waiting.slice(0, end);
      waiting = waiting.slice(end + until.length);
      say(answer(said));
    }
  });
}
