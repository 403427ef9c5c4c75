import "server-only";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { lookupKeyCheck } from "@/lib/db/backup/write.server";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { type Erasure, erasureLine, faultOf, journalHeader, parsed } from "./erasures";

/** All erasures in a journal of this desk, or which line is not right and why. */
export async function readJournal(file: string): Promise<Result<readonly Erasure[]>> {
  const erasures: Erasure[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file) })) {
    line += 1;
    const problem = line === 1 ? problemOfHeader(text) : problemOfLine(text, erasures);
    if (problem !== null) return fail(problem);
  }
  return line === 0 ? fail(noJournal) : ok(erasures);

  function problemOfLine(text: string, into: Erasure[]): Problem | null {
    const read = erasureLine.safeParse(parsed(text));
    if (!read.success) return { code: "erasures-broken", facts: { line, fault: faultOf(text) } };
    into.push(read.data);
    return null;
  }
}

const noJournal: Problem = { code: "erasures-broken", facts: { line: 1, fault: "no-journal" } };

function problemOfHeader(text: string): Problem | null {
  const header = journalHeader.safeParse(parsed(text));
  if (!header.success) return noJournal;
  return header.data.lookupKeyCheck === lookupKeyCheck() ? null : { code: "erasures-of-other-desk" };
}
