import "server-only";
import { once } from "node:events";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { log } from "@/lib/config/log.server";
import { gateFor } from "../gate";
import type { DrawnPages, WantedPages } from "./drawn-pages";

const program = path.join(process.cwd(), "lib", "attachments", "preview", "draw-pages.worker.ts");
const patienceMilliseconds = 15_000;
const drawing = gateFor(1);

/** Pages of a PDF as points of colour; null when it cannot be drawn, or not within reason. */
export function drawPages(wanted: WantedPages): Promise<DrawnPages | null> {
  return drawing(async () => {
    const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
    const signal = AbortSignal.timeout(patienceMilliseconds);
    try {
      worker.postMessage(wanted);
      const [drawn] = await once(worker, "message", { signal });
      return drawn;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      log().warn({ err: error }, "a PDF could not be drawn");
      return null;
    } finally {
      await worker.terminate();
    }
  });
}
