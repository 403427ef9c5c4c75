import "server-only";
import type { z } from "zod";
import { transact } from "@/lib/audit/transact.server";
import { sealText } from "@/lib/db/seal.server";
import { isPerson, type Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { answerInput, dropInput } from "../inputs";
import { settle } from "../settle.server";
import { findTalk, type Said, saidOn } from "../talk.server";

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
  return transact(viewer, now, async (tx) => {
    const spentBy = viewer.accountId;
    const isSettled = await settle(tx, { report, request, kind: "answered", spentBy, data: answer });
    return isSettled ? ok(saidOn(report, viewer)) : fail({ code: "request-over" });
  });
}

/** The office no longer needs the answer. */
export async function dropRequest(
  viewer: Viewer,
  { reference, request }: z.infer<typeof dropInput>,
  now: Now,
): Promise<Result<Said>> {
  const report = await findTalk(viewer, reference, "request:ask");
  return transact(viewer, now, async (tx) => {
    const data = { droppedAt: now.at };
    const isSettled = await settle(tx, { report, request, kind: "ask_dropped", spentBy: null, data });
    return isSettled ? ok(saidOn(report, viewer)) : fail({ code: "request-over" });
  });
}
