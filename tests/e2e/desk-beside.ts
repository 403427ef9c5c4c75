import { type APIRequestContext, expect } from "@playwright/test";
import { serverSettings } from "@/bin/build";
import { type Environment, endChild, startProgram, startScript } from "@/bin/child";
import { parseLaunchSettings } from "@/lib/config/settings";
import { type OpenDatabase, openDatabase } from "@/prisma/embedded";
import { freePort } from "@/prisma/server-process";
import { dataDirectory } from "./desk";

interface Running {
  readonly end: () => Promise<void>;
}

const patienceMilliseconds = 10_000;
/** Else they would write beside the desk that somebody has in this checkout. */
const folder = { DATA_DIR: dataDirectory };

/** The database and the keys of the desk under test, for more processes of the same desk. */
export function databaseOfDesk(): Promise<OpenDatabase> {
  return openDatabase(parseLaunchSettings({ DATA_DIR: dataDirectory }), {});
}

/** The pages of the same desk once more, with settings of their own; not ready yet. */
export async function startWeb(own: Environment): Promise<Running & { readonly address: string }> {
  const port = await freePort();
  const settings = { ...serverSettings(), AUTH_TRUST_HOST: "true", PUBLIC_URL: "", ...folder, ...own };
  const web = startScript("bin/web.ts", ["127.0.0.1", String(port)], settings);
  return { address: `http://localhost:${port}`, end: () => endChild(web, patienceMilliseconds) };
}

/** What the desk does later, once more, with settings of its own. */
export function startWorker(own: Environment): Running {
  const worker = startProgram("bin/worker.ts", [], { ...folder, ...own });
  return { end: () => endChild(worker, patienceMilliseconds) };
}

/** Waits until the web at this address can do its work. */
export async function untilReady(request: APIRequestContext, address = ""): Promise<void> {
  await expect.poll(() => readiness(request, address), { timeout: 50_000 }).toBe(200);
}

/** The status, or 0 while nothing answers yet. */
async function readiness(request: APIRequestContext, address: string): Promise<number> {
  try {
    return (await request.get(`${address}/api/health/ready`)).status();
  } catch (error) {
    if (error instanceof Error) return 0;
    throw error;
  }
}
