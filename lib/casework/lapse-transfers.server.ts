import "server-only";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { systemViewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { touchReports } from "@/lib/reports/give-reports.server";
import type { Now } from "@/lib/shared/clock";
import type { Status } from "@/lib/timeline/statuses";

/** So many offers are ended in one transaction. */
const batchSize = 100;

/** Offers that nobody answered in time come back to the office that made them; answers how many. */
export async function lapseTransfers(now: Now): Promise<number> {
  for (let lapsed = 0; ; ) {
    const { found, told } = await transact(systemViewer("routing"), now, lapseSome);
    lapsed += told;
    if (found < batchSize) return lapsed;
  }
}

interface DueOffer {
  readonly id: string;
  readonly reportId: string;
  readonly status: Status;
  readonly isOver: boolean;
  readonly fromName: string;
  readonly toName: string;
}

/** An offer of a case that was closed meanwhile ends too, and nobody needs to hear of it. */
async function lapseSome(tx: Transaction) {
  const offers = await dueOffers(tx);
  const late = offers.filter(({ isOver }) => !isOver);
  await endOffers(tx, late, "lapsed");
  await endOffers(
    tx,
    offers.filter(({ isOver }) => isOver),
    "taken_back",
  );
  await touchReports(
    tx,
    late.map(({ reportId }) => reportId),
  );
  for (const { reportId, status, fromName, toName } of late) {
    announce(tx, reportId, { kind: "transfer_lapsed", status, data: { from: fromName, to: toName, reason: "" } });
    record(tx, { action: "report:transfer", object: { kind: "report", id: reportId }, reason: "term-over" });
  }
  return { found: offers.length, told: late.length };
}

/** What an officer is answering just now is left alone. */
function dueOffers({ client, now }: Transaction): Promise<DueOffer[]> {
  return client.$queryRaw`SELECT t.id, r.id AS "reportId", r.status::text AS status,
      r.closed_at IS NOT NULL AS "isOver", f.name AS "fromName", o.name AS "toName"
    FROM case_transfers t JOIN reports r ON r.id = t.report_id
      JOIN organisations f ON f.id = t.from_office_id JOIN organisations o ON o.id = t.to_office_id
    WHERE t.answer IS NULL AND (t.due_on < ${now.today}::date OR r.closed_at IS NOT NULL)
    ORDER BY t.id LIMIT ${batchSize} FOR UPDATE OF r, t SKIP LOCKED`;
}

function endOffers(tx: Transaction, offers: readonly DueOffer[], answer: string) {
  return tx.client.caseTransfer.updateMany({
    where: { id: { in: offers.map(({ id }) => id) } },
    data: { answer, answeredAt: tx.now.at, answeredByName: "Verzuimloket" },
  });
}
