import "server-only";
import type { z } from "zod";
import { type AuditAct, usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { bringInInput } from "../inputs";
import { colleaguesOutside, findAnswered } from "../look-along.server";
import { enqueue } from "../outbox.server";
import { hasWorkedAt } from "../stand-in-scope";
import { broughtIn, reportPath } from "../views";

type Asked = z.infer<typeof bringInInput>;

interface BroughtIn {
  /** Where the report is read. */
  readonly path: string;
}

/** Who answers for a report has a colleague follow it from now on; the colleague is told, and may stop. */
export function bringIn(viewer: PersonViewer, { reference, colleagueId }: Asked, now: Now): Promise<Result<BroughtIn>> {
  return transact(viewer, now, async (tx) => {
    const report = await findAnswered(tx.client, viewer, reference);
    const reportId = report.id;
    const colleague = await tx.client.account.findFirst({
      where: { AND: [colleaguesOutside(report, viewer, now), { id: colleagueId }] },
      select: { watches: { where: { reportId }, select: { isMuted: true } } },
    });
    if (colleague === null) return fail({ code: "colleague-outside", field: "colleagueId" });
    if (colleague.watches.length > 0) return fail({ code: "colleague-muted", field: "colleagueId" });
    const { count } = await tx.client.watch.createMany({
      data: [{ reportId, accountId: colleagueId, isMuted: false, since: now.at, askedById: viewer.accountId }],
      skipDuplicates: true,
    });
    // Another did so in the same moment, and the colleague is told of that one.
    if (count > 0) {
      enqueue(tx, "brought-in", { reportId, accountId: colleagueId, noticeId: newId() });
      log(tx, "report:bring-in", { reportId, colleagueId });
    }
    return ok({ path: reportPath(viewer.kind, report.reference) });
  });
}

/** Whoever answers for the report lets a colleague go who was brought in; who follows it by himself does so himself. */
export function takeOut(viewer: PersonViewer, { reference, colleagueId }: Asked, now: Now): Promise<Result<BroughtIn>> {
  return transact(viewer, now, async (tx) => {
    const report = await findAnswered(tx.client, viewer, reference);
    const key = { reportId: report.id, accountId: colleagueId };
    const { count } = await tx.client.watch.deleteMany({
      where: { ...key, askedBy: hasWorkedAt(viewer.organisationId) },
    });
    if (count === 0) return fail({ code: "colleague-not-brought-in" });
    await tx.client.notice.deleteMany({ where: { ...key, kind: broughtIn } });
    log(tx, "report:take-out", { reportId: report.id, colleagueId });
    return ok({ path: reportPath(viewer.kind, report.reference) });
  });
}

interface Logged {
  readonly reportId: string;
  readonly colleagueId: string;
}

/** At which report, and whom: two lines of one moment. */
function log(tx: Transaction, action: AuditAct["action"], { reportId, colleagueId }: Logged): void {
  const reason = usualReason(tx.viewer);
  record(tx, { action, object: { kind: "report", id: reportId }, reason });
  record(tx, { action, object: { kind: "account", id: colleagueId }, reason });
}
