import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Prisma } from "@/lib/db/generated/client";
import type { OfficeViewer, PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { type HeldReport, holdReport } from "@/lib/reports/hold-report.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed, type Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { statuses } from "@/lib/timeline/statuses";
import { validHandOver } from "../end-of-papers.server";
import type { handOverInput } from "../inputs";

/**
 * The papers of a report that is over are in the file of the municipality now: the desk destroys its own the next
 * night. Answers of which report.
 */
export function handOverPapers(
  viewer: PersonViewer,
  { reference, papers: named }: z.infer<typeof handOverInput>,
  now: Now,
): Promise<Result<string>> {
  return transact(viewer, now, async (tx) => {
    const report = await holdReport(tx, reference);
    if (viewer.kind !== "office" || !can(viewer, "papers:hand-over", report)) throw new NotAllowed("papers:hand-over");
    if (statuses[report.status].open) return fail({ code: "papers-report-open" });
    const papers = await papersOf(tx, report);
    const refusal = refusalOf(papers, named) ?? (await refusalOfUntaken(tx, viewer, papers));
    if (refusal !== null) return fail(refusal);
    const handed = { id: newId(), reportId: report.id, byId: viewer.accountId, byName: viewer.name, handedAt: now.at };
    await tx.client.paperHandOver.create({ data: { ...handed, paperCount: papers.length } });
    await tx.client.attachment.updateMany({
      where: { id: { in: papers.map(({ id }) => id) } },
      data: { handOverId: handed.id },
    });
    const object = { kind: "report", id: report.id, count: papers.length };
    record(tx, { action: "papers:hand-over", object, reason: usualReason(viewer) });
    return ok(report.reference);
  });
}

const columns = {
  id: true,
  state: true,
  report: { select: { closedAt: true } },
  handOver: { select: { handedAt: true } },
} satisfies Prisma.AttachmentSelect;

type KeptPaper = Prisma.AttachmentGetPayload<{ select: typeof columns }>;

function papersOf({ client }: Transaction, { id }: HeldReport): Promise<readonly KeptPaper[]> {
  return client.attachment.findMany({ where: { reportId: id, goneAt: null }, select: columns });
}

function refusalOf(papers: readonly KeptPaper[], named: number): Problem | null {
  if (papers.length === 0) return { code: "papers-none-left" };
  if (papers.every((paper) => validHandOver(paper) !== null)) return { code: "papers-handed-over" };
  if (papers.some(({ state }) => state === "waiting")) return { code: "papers-wait-for-scan" };
  return papers.length === named ? null : { code: "papers-changed" };
}

/** What nobody of the office ever fetched cannot be in its file. The access log knows: one by one, or in a package. */
async function refusalOfUntaken(
  { client }: Transaction,
  { organisationId }: OfficeViewer,
  papers: readonly KeptPaper[],
): Promise<Problem | null> {
  const taken = await client.auditEntry.findMany({
    where: {
      objectId: { in: papers.map(({ id }) => id) },
      action: { in: ["attachment:open", "attachment:zip"] },
      organisationId,
    },
    distinct: ["objectId"],
    select: { objectId: true },
  });
  const count = papers.length - taken.length;
  return count === 0 ? null : { code: "papers-not-taken", facts: { count } };
}
