"use server";

import { redirect } from "next/navigation";
import { acceptanceInput } from "@/lib/identity/account-input";
import { dropSealed, keepSealed, keepSession, readSealed } from "@/lib/identity/cookies.server";
import { acceptInvitation, offerFactor, readInvitation } from "@/lib/identity/entry/invitation.server";
import { handOverMinutes, sealCodes } from "@/lib/identity/recovery-code-hand-over.server";
import { now } from "@/lib/shared/clock";
import { requestDevice } from "@/lib/web/client-address.server";
import { openForm } from "@/lib/web/open-form.server";

const offerMinutes = 60;

/** The click with which a person, and no mail scanner, begins. */
export async function beginAction(form: FormData): Promise<void> {
  const token = String(form.get("token")).slice(0, 200);
  const invitation = await readInvitation(token, now());
  if (invitation !== null) await keepSealed("offer", offerFactor(invitation), offerMinutes);
  redirect(`/uitnodiging/${encodeURIComponent(token)}`);
}

export const acceptAction = openForm(acceptanceInput, async ({ token, password, code }) => {
  const offer = await readSealed("offer");
  const accepted = await acceptInvitation({ token, password, offer, code }, await requestDevice("own"), now());
  if (!accepted.ok) return accepted;
  const { session, deviceMark, recoveryCodes } = accepted.value;
  await dropSealed("offer");
  if (recoveryCodes.length > 0) await keepSealed("codes", sealCodes(recoveryCodes), handOverMinutes);
  if (session !== null) await keepSession(session, deviceMark);
  return { to: session === null ? "/uitnodiging/klaar?later=1" : "/uitnodiging/klaar" };
});
