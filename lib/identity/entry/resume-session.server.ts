import "server-only";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { switchMandate } from "../commands/sessions.server";
import { lookUpSession } from "../session-lookup.server";
import { type SessionLeft, sessionLeft } from "../sign-in-state";
import type { NewSession } from "./start-session.server";

/** Whose page it is on which somebody signs in. */
export type Sitter = Pick<SessionLeft, "accountId" | "mandateId">;

/**
 * Goes on in the function that the page was made for, when it is the same person. Null: it is somebody else, or the
 * person has that function no more, and nothing of the page is theirs.
 */
export async function resumeAs(sitter: Sitter, session: NewSession, now: Now): Promise<SessionLeft | null> {
  const signIn = await lookUpSession(session.sid, now, "background");
  if (signIn === null || signIn.viewer.accountId !== sitter.accountId) return null;
  if (signIn.viewer.mandateId === sitter.mandateId) return sessionLeft(signIn, now.at);
  try {
    await switchMandate(signIn.viewer, { mandateId: sitter.mandateId }, now);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
  const switched = await lookUpSession(session.sid, now, "background");
  return switched === null ? null : sessionLeft(switched, now.at);
}
