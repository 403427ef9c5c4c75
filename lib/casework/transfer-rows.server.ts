import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { sealOptional } from "@/lib/db/seal.server";
import type { ChangeableReport } from "@/lib/reports/change-report.server";
import { assignmentRows, placedByHandRow } from "@/lib/routing/assignment.server";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Problem } from "@/lib/shared/problem";
import { eventActor } from "@/lib/timeline/actor";
import { statuses } from "@/lib/timeline/statuses";
import type { CompetentOffice } from "./competent-offices.server";
import { answerDueOn } from "./transfer";
import type { TransferReason } from "./transfer-reasons";

/** What is no longer open goes nowhere, and what is offered waits for its answer. */
export function refuseSending({ status, transfers }: ChangeableReport): Problem | null {
  if (!statuses[status].open) return { code: "move-not-possible", facts: { status } };
  return transfers.length > 0 ? { code: "already-offered" } : null;
}

/** The name of the office that has the report. */
export function whoseReport({ office }: ChangeableReport): string {
  return office?.organisation.name ?? "";
}

interface Sending {
  readonly kind: "referral" | "transfer";
  readonly to: CompetentOffice;
  readonly reason: TransferReason;
  readonly note: string | undefined;
}

/** Keeps an offer, or a referral, which needs no answer. */
export async function keepTransfer(tx: Transaction, report: ChangeableReport, sending: Sending): Promise<void> {
  const { kind, to, reason, note } = sending;
  const { name, id } = eventActor(tx.viewer);
  if (report.officeId === null || id === null) throw new Error("only a person of an office sends a report on");
  const isAtOnce = kind === "referral";
  await tx.client.caseTransfer.create({
    data: {
      reportId: report.id,
      fromOfficeId: report.officeId,
      toOfficeId: to.id,
      kind,
      reason,
      noteSealed: sealOptional(note),
      offeredAt: tx.now.at,
      offeredById: id,
      offeredByName: name,
      dueOn: toColumn(isAtOnce ? tx.now.today : answerDueOn(tx.now.at)),
      ...(isAtOnce ? { answeredAt: tx.now.at, answeredByName: name, answer: "accepted" } : {}),
    },
  });
  if (isAtOnce) await reroute(tx, report, { officeId: to.id, officerId: null, rule: "referred" });
}

interface NewRoute {
  readonly officeId: string;
  readonly officerId: string | null;
  readonly rule: "referred" | "taken-over";
}

async function reroute(
  tx: Transaction,
  report: Pick<ChangeableReport, "id" | "regime">,
  route: NewRoute,
): Promise<void> {
  const { id: reportId, regime } = report;
  const placedBy = eventActor(tx.viewer).name;
  tx.collect(assignmentRows, placedByHandRow({ reportId, decidedAt: tx.now.at, placedBy, regime, ...route }));
  await settleGone(tx, reportId);
}

/** What the register said to go elsewhere is settled when it has gone. */
export async function settleGone(tx: Transaction, reportId: string): Promise<void> {
  await tx.client.caseSignal.updateMany({
    where: { reportId, kind: { in: ["moved", "turns-eighteen"] }, settledAt: null },
    data: { settledAt: tx.now.at },
  });
}

export interface OpenOffer {
  readonly id: string;
  readonly report: Pick<ChangeableReport, "id" | "regime">;
  readonly toOfficeId: string;
  readonly fromName: string;
  readonly toName: string;
  readonly reason: string;
}

/** The offer of this report that waits for an answer; null: there is none. */
export async function findOpenOffer(tx: Transaction, report: ChangeableReport): Promise<OpenOffer | null> {
  const offer = await tx.client.caseTransfer.findFirst({
    relationLoadStrategy: "join",
    where: { reportId: report.id, answer: null },
    select: {
      id: true,
      toOfficeId: true,
      reason: true,
      fromOffice: { select: { organisation: { select: { name: true } } } },
      toOffice: { select: { organisation: { select: { name: true } } } },
    },
  });
  if (offer === null) return null;
  const { fromOffice, toOffice, ...rest } = offer;
  return { ...rest, report, fromName: fromOffice.organisation.name, toName: toOffice.organisation.name };
}

/** The caller holds the report, so nobody else answers the same offer. */
export async function answerOffer(tx: Transaction, id: string, answer: string): Promise<void> {
  const { count } = await tx.client.caseTransfer.updateMany({
    where: { id, answer: null },
    data: { answer, answeredAt: tx.now.at, answeredByName: eventActor(tx.viewer).name },
  });
  if (count !== 1) throw new Error("an offer was answered twice");
}

export async function takeOver(tx: Transaction, offer: OpenOffer, officerId: string | null): Promise<void> {
  await answerOffer(tx, offer.id, "accepted");
  await reroute(tx, offer.report, { officeId: offer.toOfficeId, officerId, rule: "taken-over" });
}
