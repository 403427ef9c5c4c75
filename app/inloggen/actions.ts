"use server";

import { z } from "zod";
import { keepSealed, keepSession, readSealed } from "@/lib/identity/cookies.server";
import { finishSignIn, type SignInOutcome, signIn } from "@/lib/identity/entry/sign-in.server";
import { halfSignInMinutes } from "@/lib/identity/half-sign-in.server";
import { safeReturnPath } from "@/lib/identity/return-path";
import { now } from "@/lib/shared/clock";
import { requestDevice } from "@/lib/web/client-address.server";
import { type Onward, openForm } from "@/lib/web/open-form.server";

const returnTo = z.string().max(500).optional();
const credentials = z.object({
  email: z.string().max(254),
  password: z.string().max(1000),
  shared: z.literal("yes").optional(),
  returnTo,
});
const code = z.object({ code: z.string().max(40), returnTo });

export const signInAction = openForm(credentials, async ({ email, password, shared, returnTo: asked }) => {
  const device = await requestDevice(shared === "yes" ? "shared" : "own");
  return goOn(await signIn({ email, password }, device, now()), asked);
});

export const giveCodeAction = openForm(code, async ({ code: given, returnTo: asked }) => {
  const half = (await readSealed("half")) ?? "";
  return goOn(await finishSignIn(half, given, await requestDevice("own"), now()), asked);
});

async function goOn(outcome: SignInOutcome, asked: string | undefined): Promise<Onward> {
  const path = safeReturnPath(asked);
  switch (outcome.kind) {
    case "refused":
      return { problems: [outcome.problem] };
    case "code-needed":
      await keepSealed("half", outcome.half, halfSignInMinutes);
      return { to: path === "/" ? "/inloggen/code" : `/inloggen/code?${new URLSearchParams({ terug: path })}` };
    case "signed-in":
      await keepSession(outcome.session, outcome.deviceMark);
      return { to: path };
  }
}
