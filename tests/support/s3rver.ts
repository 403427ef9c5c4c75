import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { S3Place } from "@/lib/config/settings";
import { freePort } from "@/tests/support/clamd";

const bucket = "papers";
const account = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };

/** A server on this machine that speaks S3. */
export async function openS3(): Promise<{
  readonly place: S3Place;
  /** The same place, as the desk is told of it. */
  readonly setting: string;
  readonly countObjects: () => Promise<number>;
  readonly close: () => Promise<void>;
}> {
  const [home, port] = [await mkdtemp(path.join(tmpdir(), "s3-")), await freePort()];
  const program = createRequire(import.meta.url).resolve("s3rver/bin/s3rver.js");
  const words = ["-d", home, "-a", "127.0.0.1", "-p", String(port), "--configure-bucket", bucket];
  const server = spawn(process.execPath, [program, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  // It says so when it listens.
  await new Promise((resolve, reject) => {
    server.stdout.once("data", resolve);
    server.once("exit", () => reject(new Error("the S3 server did not start")));
  });
  const place = { endpoint: `http://127.0.0.1:${port}`, bucket, region: "eu-west-1", ...account };
  return {
    place,
    setting: settingOf(place),
    countObjects: async () =>
      (await readdir(path.join(home, bucket), { recursive: true })).filter((name) => name.endsWith("_object")).length,
    close: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGKILL");
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

function settingOf({ endpoint, accessKeyId, secretAccessKey, region }: S3Place): string {
  const url = new URL(`/${bucket}?region=${region}`, endpoint);
  [url.username, url.password] = [accessKeyId, secretAccessKey];
  return `s3:${url.href}`;
}
