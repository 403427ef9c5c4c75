import "server-only";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { openText } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import type { Now } from "@/lib/shared/clock";
import { importColumns, importDefaults } from "./columns";

/** A part of an import that this worker takes. Whoever takes it over later has another attempt. */
export interface Claim {
  readonly id: string;
  readonly stage: "checking" | "sending";
  readonly mandateId: string;
  readonly organisationId: string;
  readonly attempt: number;
  readonly sheet: {
    readonly heads: readonly string[];
    readonly columns: z.infer<typeof importColumns>;
    readonly defaults: z.infer<typeof importDefaults>;
  };
}

/** A part takes a second or two; after this another worker takes it over. */
const leaseSeconds = 30;

const claimRow = z.object({
  id: z.uuid(),
  stage: z.enum(["checking", "sending"]),
  mandateId: z.uuid(),
  organisationId: z.uuid(),
  attempt: z.int(),
  headsSealed: z.string(),
  columns: importColumns,
  defaults: importDefaults,
});

const heads = z.array(z.string());

export function openHeads(sealed: string): readonly string[] {
  return heads.parse(JSON.parse(openText(sealed)));
}

/** In work, and nobody works on it. */
const waits = (now: Now) => Prisma.sql`stage IN ('checking', 'sending')
  AND (leased_until IS NULL OR leased_until < ${now.at}::timestamptz) AND expires_on >= ${now.today}::date`;

/** So that the queue hears of work only when there is some. */
export async function isImportWaiting(now: Now): Promise<boolean> {
  const [row] = await ask<{ waits: boolean }>(
    Prisma.sql`SELECT EXISTS (SELECT FROM report_imports WHERE ${waits(now)}) AS waits`,
  );
  return row?.waits === true;
}

/**
 * Takes the import that was left alone longest, so that a large one does not keep small ones waiting; null: there is
 * nothing to do. A part that fails time after time waits longer each time, an hour at most.
 */
export async function claimImport(now: Now): Promise<Claim | null> {
  const [row] = await ask(Prisma.sql`UPDATE report_imports SET attempt_count = attempt_count + 1,
      touched_at = ${now.at}::timestamptz, leased_until = ${now.at}::timestamptz
        + make_interval(secs => least(3600, ${leaseSeconds} * 2 ^ least(attempt_count, 10)))
    WHERE id = (SELECT id FROM report_imports WHERE ${waits(now)}
      ORDER BY touched_at, id FOR UPDATE SKIP LOCKED LIMIT 1)
    RETURNING id, stage, mandate_id AS "mandateId", organisation_id AS "organisationId", attempt_count AS attempt,
      heads_sealed AS "headsSealed", columns, defaults`);
  if (row === undefined) return null;
  const { headsSealed, columns, defaults, ...claim } = claimRow.parse(row);
  return { ...claim, sheet: { heads: openHeads(headsSealed), columns, defaults } };
}

/** The part is done: the next one can be taken at once, or the import waits for its owner. */
export async function endPart({ id, stage, attempt }: Claim, isLast: boolean): Promise<void> {
  await ask(Prisma.sql`UPDATE report_imports SET leased_until = NULL, attempt_count = 0,
      stage = ${isLast ? "ready" : stage}
    WHERE id = ${id}::uuid AND stage = ${stage} AND attempt_count = ${attempt}`);
}
