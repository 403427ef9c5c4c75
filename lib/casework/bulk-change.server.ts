import "server-only";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { changeReports, type ManyChanged } from "@/lib/reports/change-many.server";
import type { ChangeableReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import { type BulkChange, type BulkInput, bulkMost } from "./bulk";
import { holdAct, keepPart } from "./bulk-acts.server";
import { findHandler, type Handler } from "./handlers.server";
import { readInboxAddress } from "./inbox-address";
import { idsSql } from "./inbox-sql.server";
import { planAssigning, planClosing, planTakingUp } from "./plans.server";

/** So many are changed in one transaction: nobody waits long for one of them. */
const partSize = 100;

/** Does it a part at a time, each stored by itself. */
export async function changeInParts(viewer: OfficeViewer, input: BulkChange, now: Now): Promise<void> {
  for (const references of partsOf(await chosenReferences(viewer, now, input))) {
    await transact(viewer, now, async (tx) => {
      await holdAct(tx, input.act);
      const { changed, refused } = await change(tx, { ...input, references: [...references] });
      await keepPart(tx, viewer, {
        id: input.act,
        kind: input.kind,
        done: changed,
        refused: refused.map(({ reference, problem: { code } }) => ({ reference, code })),
      });
    });
  }
}

export function partsOf(references: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(references.length / partSize) }, (_, part) =>
    references.slice(part * partSize, (part + 1) * partSize),
  );
}

/** Those that were named, or all of the list, as many as can be done at once. */
export async function chosenReferences(
  viewer: OfficeViewer,
  now: Now,
  { references, list }: Pick<BulkInput, "references" | "list">,
): Promise<readonly string[]> {
  if (list === undefined) return references;
  const { view, filter } = readInboxAddress(Object.fromEntries(new URLSearchParams(list)));
  const part = { view: view ?? "team", filter, after: null, most: bulkMost };
  const rows = await ask<{ reference: string }>(Prisma.sql`SELECT reports.reference
    FROM (${idsSql(viewer, now, part)}) chosen JOIN reports ON reports.id = chosen.id`);
  return rows.map(({ reference }) => reference);
}

function change(tx: Transaction, input: BulkChange): Promise<ManyChanged> {
  const { references, seenAt } = input;
  const target = { references, seenAt };
  switch (input.kind) {
    case "take":
      return changeReports(tx, { ...target, action: "report:take", to: "in_progress" }, planTakingUp);
    case "close":
      return changeReports(tx, { ...target, action: "report:close", to: "closed" }, (report) =>
        planClosing(report, tx, input),
      );
    case "assign": {
      const handlers = handlersFor(tx, input.officerId);
      return changeReports(tx, { ...target, action: "report:assign", to: null }, async (report) =>
        planAssigning(report, { officerId: input.officerId, officer: await handlers(report) }),
      );
    }
  }
}

/** Whether the officer may have a report is asked once for those that are protected, and once for the others. */
function handlersFor(tx: Transaction, officerId: string | undefined) {
  const known = new Map<boolean, Promise<Handler | null>>();
  return (report: ChangeableReport): Promise<Handler | null> => {
    if (officerId === undefined) return Promise.resolve(null);
    const handler = known.get(report.isProtected) ?? findHandler(tx.client, report, officerId, tx.now);
    known.set(report.isProtected, handler);
    return handler;
  };
}
