import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { expectBytesToGo } from "@/tests/support/gone-bytes";

const root = await mkdtemp(path.join(tmpdir(), "papers-"));
process.env["ATTACHMENT_STORE"] = `directory:${root}`;

afterAll(() => rm(root, { recursive: true, force: true }));

expectBytesToGo(async () => {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).length;
});
