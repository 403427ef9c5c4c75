import "server-only";
import type { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import { sealText } from "@/lib/db/seal.server";
import { isPerson, type Viewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { resumeAfterQuestion } from "@/lib/reports/question-clock.server";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { answerInput, dropInput } from "../inputs";
import { findTalk, type Said, saidOn, type Talk } from "../talk.server";

/** The school answers in place. Of two who answer at the same moment the second is told, and nothing is overwritten. */
export async function answerRequest(
  viewer: Viewer,
  { reference, request, words }: z.infer<typeof answerInput>,
  now: Now,
): Promise<Result<Said>> {
  const report = await findTalk(viewer, reference, "request:answer");
  if (!isPerson(viewer)) throw new NotAllowed("request:answer");
  if (report.status === "withdrawn") return fail({ code: "conversation-over" });
  const answer = { answeredAt: now.at, answeredByName: viewer.name, answerSealed: sealText(words) };
  return transact(viewer, now, (tx) => settle(tx, { report, request, kind: "answered", data: answer }));
}

/** The office no longer needs the answer. */
export async function dropRequest(
  viewer: Viewer,
  { reference, request }: z.infer<typeof dropInput>,
  now: Now,
): Promise<Result<Said>> {
  const report = await findTalk(viewer, reference, "request:ask");
  return transact(viewer, now, (tx) =>
    settle(tx, { report, request, kind: "ask_dropped", data: { droppedAt: now.at } }),
  );
}

interface Settling {
  readonly report: Talk;
  readonly request: string;
  readonly kind: "answered" | "ask_dropped";
  readonly data:
    | { readonly droppedAt: Date }
    | { readonly answeredAt: Date; readonly answeredByName: string; readonly answerSealed: string };
}

const acts = { answered: "request:answer", ask_dropped: "request:drop" } as const;

async function settle(tx: Transaction, { report, request, kind, data }: Settling): Promise<Result<Said>> {
  const [settled] = await tx.client.request.updateManyAndReturn({
    where: { id: request, reportId: report.id, answeredAt: null, droppedAt: null },
    data,
    select: { kind: true },
  });
  if (settled === undefined) return fail({ code: "request-over" });
  await resumeAfterQuestion(tx, report.id, request);
  announce(tx, report.id, { kind, status: report.status, data: { request, what: settled.kind } });
  record(tx, { action: acts[kind], object: { kind: "report", id: report.id }, reason: usualReason(tx.viewer) });
  return ok(saidOn(report, tx.viewer));
}
