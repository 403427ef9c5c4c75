import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { DateTime } from "luxon";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isScannerThere, scan } from "@/lib/attachments/scanner.server";
import { freePort, hasClamd, openClamd } from "@/tests/support/clamd";
import { eicar } from "@/tests/support/papers";

/** What the scanner says of itself; anything else it is asked, it answers itself. */
let version = "";

function doorBefore(port: number): Server {
  return createServer({ allowHalfOpen: true }, (asker) => {
    asker.once("data", (first: Buffer) => {
      if (first.toString("latin1").startsWith("zVERSION")) return void asker.end(`${version}\0`);
      const scanner = connect({ host: "127.0.0.1", port, allowHalfOpen: true });
      scanner.write(first);
      asker.pipe(scanner);
      scanner.pipe(asker);
    });
  });
}

const madeHoursAgo = (hours: number) =>
  `ClamAV 1.4.3/27826/${DateTime.utc().minus({ hours }).setLocale("en").toFormat("EEE MMM d HH:mm:ss yyyy")}`;

describe.runIf(hasClamd())("a scanner whose signatures", () => {
  let daemon: Awaited<ReturnType<typeof openClamd>>;
  let door: Server;

  beforeAll(async () => {
    const port = await freePort();
    daemon = await openClamd(port);
    door = doorBefore(port).listen(0, "127.0.0.1");
    await once(door, "listening");
    process.env["CLAMD_URL"] = `tcp://127.0.0.1:${(door.address() as AddressInfo).port}`;
  }, 120_000);

  afterAll(async () => {
    door.close();
    await daemon.close();
  });

  test.each([73, 24 * 30])(
    "are %i hours old is as good as away: what it calls clean waits, what it finds does not",
    async (hours) => {
      version = madeHoursAgo(hours);
      expect(await isScannerThere()).toBe(false);
      expect(await scan(Buffer.from("Goedemorgen"))).toBe("unknown");
      expect(await scan(Buffer.from(eicar))).toBe("harmful");
    },
  );

  test.each([0, 25, 71])("are %i hours old is believed", async (hours) => {
    version = madeHoursAgo(hours);
    expect(await isScannerThere()).toBe(true);
    expect(await scan(Buffer.from("Goedemorgen"))).toBe("clean");
  });

  test("have no date, because they are the operator's own, is believed; one that says nothing of itself is not", async () => {
    version = "ClamAV 1.4.3";
    expect(await scan(Buffer.from("Goedemorgen"))).toBe("clean");
    version = "";
    expect(await scan(Buffer.from("Goedemorgen"))).toBe("unknown");
  });
});
