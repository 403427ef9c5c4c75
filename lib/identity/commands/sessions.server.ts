import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { ok, type Result } from "@/lib/shared/result";
import { isRole } from "../roles";
import { sessionTermsOf } from "../session-policy";
import type { PersonViewer } from "../viewer";

interface SessionChoice {
  readonly sessionId: string;
}

interface MandateWanted {
  readonly mandateId: string;
}

/** Out is out, also for a second click on the button. */
export async function signOut(viewer: PersonViewer, now: Now): Promise<void> {
  await transact(viewer, now, async (tx) => {
    await tx.client.session.deleteMany({ where: { id: viewer.sessionId, accountId: viewer.accountId } });
    record(tx, { action: "session:end", object: { kind: "session", id: viewer.sessionId }, reason: "own-account" });
  });
}

/** Ends one of the own sessions; somebody else's is not found. */
export async function endSession(
  viewer: PersonViewer,
  choice: SessionChoice,
  now: Now,
): Promise<Result<SessionChoice>> {
  return transact(viewer, now, async (tx) => {
    const ended = await tx.client.session.deleteMany({ where: { id: choice.sessionId, accountId: viewer.accountId } });
    if (ended.count === 0) throw new NotFound("session");
    record(tx, { action: "session:end", object: { kind: "session", id: choice.sessionId }, reason: "own-account" });
    return ok(choice);
  });
}

/** Goes on in another mandate: its rights in the place of those before, never beside them. */
export async function switchMandate(
  viewer: PersonViewer,
  wanted: MandateWanted,
  now: Now,
): Promise<Result<MandateWanted>> {
  const today = toColumn(now.today);
  return transact(viewer, now, async (tx) => {
    const mandate = await tx.client.mandate.findFirst({
      where: {
        id: wanted.mandateId,
        accountId: viewer.accountId,
        validFrom: { lte: today },
        OR: [{ validUntil: null }, { validUntil: { gte: today } }],
      },
    });
    const session = await tx.client.session.findUnique({ where: { id: viewer.sessionId } });
    if (mandate === null || session === null || !isRole(mandate.role)) throw new NotFound("mandate");
    const { absoluteMinutes } = sessionTermsOf(mandate.role, session.sharedComputer ? "shared" : "own");
    const latest = new Date(session.authenticatedAt.getTime() + absoluteMinutes * 60_000);
    await tx.client.session.update({
      where: { id: session.id },
      data: { mandateId: mandate.id, expiresAt: latest < session.expiresAt ? latest : session.expiresAt },
    });
    record(tx, { action: "mandate:switch", object: { kind: "mandate", id: mandate.id }, reason: "own-account" });
    return ok(wanted);
  });
}
