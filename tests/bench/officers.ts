import { startProgram, statusOf } from "@/bin/child";
import type { BenchCluster } from "@/tests/bench/cluster";

interface Wish {
  readonly browsers: number;
  readonly reports: number;
}

/** Fills a desk with reports of one office, and signs its officers in, each in five browsers; answers their cookies. */
export async function signedInOfficers(
  cluster: BenchCluster,
  database: string,
  { browsers, reports }: Wish,
): Promise<readonly string[]> {
  const counts = [String(browsers), String(reports)];
  const child = startProgram("tests/bench/pieces/prepare-officers.ts", counts, cluster.environment(database));
  const answered = new Promise<readonly string[]>((resolve) =>
    child.once("message", (message) => resolve(message as readonly string[])),
  );
  if ((await statusOf(child)) !== 0) throw new Error("nobody could be signed in");
  return answered;
}
