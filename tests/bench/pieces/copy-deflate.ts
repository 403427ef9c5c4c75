import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createDeflateRaw } from "node:zlib";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { copyOfFile } from "@/tests/bench/paper-rows";

/** The least that a packed copy of the rows costs: COPY and deflate, file by file, to nowhere. */
const [files = 0] = process.argv.slice(2).map(Number);
const level = 6;

const { DATABASE_URL } = process.env;
const client = new Client({ connectionString: DATABASE_URL });
await client.connect();

async function packAll(): Promise<number> {
  const began = performance.now();
  for (let file = 0; file < files; file += 1) {
    const nowhere = new Writable({ write: (_part, _encoding, taken) => taken() });
    await pipeline(client.query(copyTo(copyOfFile(file))), createDeflateRaw({ level }), nowhere);
  }
  return performance.now() - began;
}

process.on("message", () => void packAll().then((milliseconds) => process.send?.(milliseconds)));
process.send?.(0);
