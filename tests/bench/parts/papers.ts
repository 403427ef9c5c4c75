import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { Agent } from "node:http";
import path from "node:path";
import { partBytes } from "@/lib/attachments/parts";
import type { Bench } from "@/tests/bench/bench";
import { type BenchCluster, home } from "@/tests/bench/cluster";
import { type Ask, ask, type Server } from "@/tests/bench/load";
import { signedInOfficers } from "@/tests/bench/officers";
import { memoryOf } from "@/tests/bench/process-figures";
import { alternate, median, rounds } from "@/tests/bench/rounds";
import { alone, compared, type Row } from "@/tests/bench/row";
import { startAnchor, startDesk, untilAnswered, untilUp } from "@/tests/bench/servers";
import { asAdmin, countStatements } from "@/tests/bench/world";

const database = "bench_papers";
const officers = 6;
const cookiesEach = 5;
const perReport = 10;
const atOnce = 100;
const mebibyte = 1024 * 1024;
/** Where the smallest app writes bytes in the database: the same rows as the desk's. */
const plainPieces =
  "CREATE TABLE plain_pieces (LIKE attachment_pieces INCLUDING ALL); GRANT INSERT ON plain_pieces TO PUBLIC";
const storePath = path.join(home, "papers");

/** A paper on its way in: how fast, in how much memory, and what a page with many of them asks of the database. */
export async function measurePapers(bench: Bench): Promise<readonly Row[]> {
  const { cluster } = bench;
  await cluster.create(database);
  const cookies = await signedInOfficers(cluster, database, { browsers: officers * cookiesEach, reports: 60 });
  const references = await referencesIn(cluster);
  await asAdmin(cluster, database, (client) => client.query(plainPieces));
  await bench.built();
  await rm(storePath, { recursive: true, force: true });
  await mkdir(storePath, { recursive: true });
  const inDirectory = { ATTACHMENT_STORE: `directory:${path.join(storePath, "desk")}` };
  const desks = {
    database: await startDesk(cluster, database),
    directory: await startDesk(cluster, database, inDirectory),
    anchor: await startAnchor(cluster, database, { FILES: storePath }),
  };
  try {
    for (const server of Object.values(desks)) await untilUp(server);
    const [first = "", ...others] = references;
    const statements = await measurePage(cluster, desks.directory, {
      cookie: cookies[0] ?? "",
      references: [first, ...others.slice(0, 4)],
    });
    const sender = senderOf(cookies, others.slice(4));
    return [...statements, ...(await measureSpeed(desks, sender)), ...(await measureMemory(desks, sender))];
  } finally {
    for (const { end } of Object.values(desks)) await end();
    await rm(storePath, { recursive: true, force: true });
  }
}

function referencesIn(cluster: BenchCluster): Promise<readonly string[]> {
  return asAdmin(cluster, database, async (client) => {
    const { rows } = await client.query<{ reference: string }>("SELECT reference FROM reports ORDER BY id");
    return rows.map(({ reference }) => reference);
  });
}

interface Page {
  readonly cookie: string;
  /** Five reports of one case, of which the first is looked at. */
  readonly references: readonly string[];
}

async function measurePage(cluster: BenchCluster, desk: Server, { cookie, references }: Page): Promise<readonly Row[]> {
  const page: Ask = { path: `/werkvoorraad/${references[0]}`, headers: { cookie } };
  const count = async () => {
    await untilAnswered(desk, page);
    return countStatements(cluster, database, () => untilAnswered(desk, page));
  };
  const none = await count();
  for (const reference of references) {
    for (let turn = 0; turn < perReport; turn += 1)
      await upload(desk, formOf({ cookie, reference, bytes: aText(1_000) }));
  }
  const fifty = await count();
  const note = `${none} statements without papers, ${fifty} with ${references.length * perReport}`;
  const name = "statements more for a case of five reports with 50 papers";
  return [alone({ promise: "papers", name, unit: "statements", ours: fifty - none, note }, { most: 1 })];
}

type Desks = Readonly<Record<"database" | "directory" | "anchor", Server>>;
type Sender = ReturnType<typeof senderOf>;

async function measureSpeed(desks: Desks, sender: Sender): Promise<readonly Row[]> {
  const bytes = () => aText(10 * mebibyte);
  // What the browser does before it sends, its fingerprint too, is no work of the server.
  const timed = async (send: () => Promise<unknown>) => {
    const began = performance.now();
    await send();
    return performance.now() - began;
  };
  const uploading = (desk: Server) => {
    const form = formOf(sender(bytes()));
    return timed(() => upload(desk, form));
  };
  const streaming = (to: string) => {
    const sent = bytes();
    return timed(() => stream(desks.anchor, to, sent));
  };
  const inParts = () => {
    const sent = sender(bytes());
    const form = partsOf(sent);
    return timed(() => uploadInParts(desks.database, form));
  };
  const subjects = {
    database: () => uploading(desks.database),
    parts: inParts,
    directory: () => uploading(desks.directory),
    rows: () => streaming("/api/pieces"),
    file: () => streaming("/api/files"),
  };
  await alternate(subjects, 2);
  const results = await alternate(subjects, 2 * rounds);
  const perSecond = (name: keyof typeof subjects) => 10_000 / median(results(name));
  const beside = (store: "directory" | "database" | "parts", plain: "file" | "rows") => {
    const where = store === "parts" ? "database, in parts that can be gone on with" : store;
    const name = `10 MiB sealed, looked through and kept in the ${where}, beside bytes written to ${plain === "file" ? "a file" : "rows"}`;
    const note = `${median(results(store)).toFixed(0)} ms, the simplest handler ${median(results(plain)).toFixed(0)} ms`;
    const figure = { promise: "papers", unit: "MiB/s", name, ours: perSecond(store), note };
    return compared(figure, perSecond(plain), { least: 0.5 });
  };
  return [beside("directory", "file"), beside("database", "rows"), beside("parts", "rows")];
}

/** A hundred files at one moment, small ones and then large ones, in each store. */
async function measureMemory(desks: Desks, sender: Sender): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const store of ["directory", "database"] as const) {
    const small = await mostMemory(desks[store], () => sendAll(desks[store], sender, mebibyte));
    const large = await mostMemory(desks[store], () => sendAll(desks[store], sender, 10 * mebibyte));
    const note = `with ${atOnce} of 1 MiB at most ${small.toFixed(0)} MiB`;
    const name = `most memory with ${atOnce} uploads of 10 MiB at once, ${store}`;
    const figure = { promise: "papers", unit: "MiB", ours: large };
    rows.push(
      alone({ ...figure, name, note }, { most: 1_536 }),
      compared({ ...figure, name: `${name}, beside uploads of 1 MiB` }, small, { most: 1.5 }),
    );
  }
  return rows;
}

async function sendAll(desk: Server, sender: Sender, size: number): Promise<void> {
  // One file in memory here, too, with a first line of its own each.
  const body = aText(size - 40);
  const sends = Array.from({ length: atOnce }, () => upload(desk, formOf(sender(Buffer.concat([aText(40), body])))));
  await Promise.all(sends);
}

async function mostMemory({ pid }: Server, work: () => Promise<void>): Promise<number> {
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(pid, "VmRSS") || 0);
  }, 20);
  await work();
  clearInterval(watch);
  return most;
}

interface Upload {
  readonly cookie: string;
  readonly reference: string;
  readonly bytes: Buffer;
}

/** Ten files for each report, of another colleague each time round: nobody runs into a limit. */
function senderOf(cookies: readonly string[], references: readonly string[]) {
  let turn = 0;
  return (bytes: Buffer): Upload => {
    const reference = references[Math.floor(turn / perReport)];
    const cookie = cookies[turn % cookies.length];
    turn += 1;
    if (reference === undefined || cookie === undefined) throw new Error("there is no report left for a paper");
    return { cookie, reference, bytes };
  };
}

/** As a browser sends it: a form with the file's size and fingerprint before it. */
function formOf({ cookie, reference, bytes }: Upload): Ask {
  const boundary = `--${randomUUID()}`;
  const facts = { kind: "other", size: String(bytes.length), sha256: createHash("sha256").update(bytes).digest("hex") };
  const head = Object.entries(facts).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const start = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="lijst.txt"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head.join("") + start), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { cookie, accept: "application/json", "content-type": `multipart/form-data; boundary=${boundary}` };
  return { path: `/bijlagen/${reference}`, method: "POST", headers, body };
}

/** As a browser sends what is large: part after part, and then that they are one file. */
function partsOf({ cookie, reference, bytes }: Upload): readonly Ask[] {
  const uploadId = randomUUID();
  const headers = { cookie, accept: "application/json" };
  const parts = Array.from(
    { length: Math.ceil(bytes.length / partBytes) },
    (_, part): Ask => ({
      path: `/bijlagen/delen/${uploadId}/${part}`,
      method: "POST",
      headers: { ...headers, "content-type": "application/octet-stream" },
      body: bytes.subarray(part * partBytes, (part + 1) * partBytes),
    }),
  );
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const facts = { kind: "other", size: String(bytes.length), sha256, naam: "lijst.txt", delen: uploadId };
  const form = {
    path: `/bijlagen/${reference}`,
    method: "POST" as const,
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    body: String(new URLSearchParams(facts)),
  };
  return [...parts, form];
}

async function uploadInParts(desk: Server, asks: readonly Ask[]): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  try {
    for (const [at, asked] of asks.entries()) {
      const { status, text } = await ask(agent, desk.port, asked);
      const isLast = at === asks.length - 1;
      if (status >= 300 || (isLast && !text.includes('"state":"clean"')))
        throw new Error(`a part was not kept: ${status} ${text}`);
    }
  } finally {
    agent.destroy();
  }
}

async function upload(desk: Server, form: Ask): Promise<void> {
  const { status, text } = await once(desk, form);
  if (status !== 200 || !text.includes('"state":"clean"')) throw new Error(`a paper was not kept: ${status} ${text}`);
}

async function stream(anchor: Server, to: string, body: Buffer): Promise<void> {
  const headers = { "content-type": "application/octet-stream" };
  const { status, text } = await once(anchor, { path: to, method: "POST", headers, body });
  if (status !== 201) throw new Error(`the bytes were not written: ${status} ${text}`);
}

async function once({ port }: Server, asked: Ask) {
  const agent = new Agent();
  try {
    return await ask(agent, port, asked);
  } finally {
    agent.destroy();
  }
}

/** No two alike, as no two papers are. */
function aText(length: number): Buffer {
  return Buffer.from(
    randomBytes(Math.ceil(length / 2))
      .toString("hex")
      .slice(0, length),
  );
}
