import "server-only";
import { record } from "@/lib/audit/record.server";
import { commit } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import type { ClientViewer } from "@/lib/identity/viewer";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import type { ReportInput } from "@/lib/reports/input";
import type { Now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { type KeyedCall, keyClash, type Reply, replyOfTwin, replyRow, replyRows } from "../idempotency.server";
import { presentFiled } from "../present";
import { submissionId } from "../submission";

/**
 * Files a report for a coupled system. The reply is stored in the statement that stores the report, so whoever sends
 * the same call again, also at the same moment, gets the same reply and makes no second report.
 */
export async function fileOnce(viewer: ClientViewer, call: Call, now: Now): Promise<Result<Reply>> {
  try {
    const filed = await fileReport(viewer, call.input, now, {
      id: submissionId(viewer.clientId, call.key),
      alongside: (ledger, report) =>
        ledger.collect(replyRows, replyRow(viewer, call, { status: 201, body: presentFiled(report) }, now)),
    });
    if (filed.ok) return ok({ status: 201, body: presentFiled(filed.value) });
    return (await betterAnswer(viewer, call, now, filed.problems)) ?? filed;
  } catch (error) {
    const clash = keyClash(error);
    if (clash === null) throw error;
    const twin = clash === "stored" ? await replyOfTwin(viewer, call, now) : null;
    return twin ?? fail({ code: "idempotency-key-in-use" });
  }
}

type Call = KeyedCall & { readonly input: ReportInput };

async function betterAnswer(viewer: ClientViewer, call: Call, now: Now, [problem]: readonly Problem[]) {
  if (problem?.code === "already-filed") return replyOfTwin(viewer, call, now);
  return problem?.code === "location-unknown" ? refuseForeignSchool(viewer, call.input, now) : null;
}

/** A school that is not the client's own, there or not, is no slip of the pen: it is refused and noted (trust 2.5 E99). */
async function refuseForeignSchool(viewer: ClientViewer, { school }: ReportInput, now: Now) {
  const own = await prisma.location.count({ where: { organisationId: viewer.organisationId, brin: school.brin } });
  if (own > 0) return null;
  await commit(viewer, now, (ledger) =>
    record(ledger, {
      action: "report:file",
      object: { kind: "school", id: school.brin },
      reason: "not-own-school",
      result: "refused",
    }),
  );
  return fail({ code: "school-not-yours", field: "school.brin" });
}
