import { startProgram, statusOf } from "@/bin/child";
import type { BenchCluster } from "@/tests/bench/cluster";

export interface PreparedClient {
  readonly token: string;
  readonly students: readonly { readonly number: string; readonly brin: string; readonly location: string }[];
}

/** What the load asks with and about. */
export interface Prepared {
  readonly cookie: string;
  /** Somebody who files for a school. */
  readonly reporterCookie: string;
  readonly officeId: string;
  /** References of a case of three events, and of one of five hundred. */
  readonly shortCase: string;
  readonly longCase: string;
  readonly clients: readonly PreparedClient[];
}

export async function prepare(cluster: BenchCluster, database: string): Promise<Prepared> {
  const child = startProgram("tests/bench/pieces/prepare.ts", [], cluster.environment(database));
  const answered = new Promise<Prepared>((resolve) => child.once("message", (message) => resolve(message as Prepared)));
  const status = await statusOf(child);
  if (status !== 0) throw new Error(`the load could not be prepared (${status})`);
  return answered;
}
