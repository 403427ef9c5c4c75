import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { stepUp } from "@/lib/identity/commands/step-up.server";
import { lookUpSession } from "@/lib/identity/session-lookup.server";
import { isFreshlySignedIn } from "@/lib/identity/session-policy";
import type { Now } from "@/lib/shared/clock";
import { later, morning, organisation, password, person, sessionOf, setDemo } from "./world";

beforeEach(async () => {
  await setDemo(false);
  await prisma.attempt.deleteMany();
});

/** Twenty minutes after signing in: too long ago for a weighty act. */
const late = later(morning, 20 * 60);
const returnTo = "/beveiligd/leveringen";

async function signedIn() {
  const somebody = await person((await organisation("school")).id);
  const { sid } = await sessionOf(somebody);
  const look = async (now: Now) => {
    const found = await lookUpSession(sid, now, "input");
    if (found === null) throw new Error("signed in");
    return found.viewer;
  };
  return { somebody, look, viewer: await look(late) };
}

const isFresh = async (look: (now: Now) => Promise<Parameters<typeof isFreshlySignedIn>[0]>, now: Now) =>
  isFreshlySignedIn(await look(now), now.at);

describe("who is not let through", () => {
  test("whoever has a wrong password, whatever the code", async () => {
    const { viewer, look, somebody } = await signedIn();
    const outcome = await stepUp(viewer, { password: "wrong", code: somebody.codeAt(late), returnTo }, late);
    expect(outcome).toEqual({ ok: false, problems: [{ code: "password-wrong", field: "password" }] });
    expect(await isFresh(look, late)).toBe(false);
  });

  test("whoever knows the password and has no code, a wrong one, or one that was used", async () => {
    const { viewer, look, somebody } = await signedIn();
    for (const code of [undefined, "", "000000", somebody.codeAt(morning)]) {
      const outcome = await stepUp(viewer, { password, code, returnTo }, late);
      expect(outcome).toEqual({ ok: false, problems: [{ code: "code-refused", field: "code" }] });
    }
    expect(await isFresh(look, late)).toBe(false);
    expect(await prisma.auditEntry.count({ where: { action: "session:step-up", actorId: viewer.accountId } })).toBe(0);
  });

  test("whoever guesses: after five tries he waits, and then even the right password does not help", async () => {
    const { viewer, look, somebody } = await signedIn();
    for (let count = 0; count < 5; count++) await stepUp(viewer, { password: "wrong", returnTo }, late);
    const right = { password, code: somebody.codeAt(late), returnTo };
    const outcome = await stepUp(viewer, right, late);
    expect(outcome).toEqual({ ok: false, problems: [{ code: "sign-in-wait", facts: { seconds: 1 } }] });
    expect(await isFresh(look, late)).toBe(false);
    expect((await stepUp(viewer, right, later(late, 1))).ok).toBe(true);
  });

  test("the throttle is of one person: a colleague goes on", async () => {
    const [guesser, colleague] = [await signedIn(), await signedIn()];
    for (let count = 0; count < 6; count++) await stepUp(guesser.viewer, { password: "wrong", returnTo }, late);
    const right = { password, code: colleague.somebody.codeAt(late), returnTo };
    expect((await stepUp(colleague.viewer, right, late)).ok).toBe(true);
  });
});

test("the password and the code make this session fresh, no other one, and it is written down", async () => {
  const { viewer, look, somebody } = await signedIn();
  const elsewhere = await sessionOf(somebody, later(morning, 60));
  expect(await isFresh(look, late)).toBe(false);
  expect(await stepUp(viewer, { password, code: somebody.codeAt(late), returnTo }, late)).toEqual({
    ok: true,
    value: { returnTo },
  });
  expect(await isFresh(look, late)).toBe(true);
  const other = await lookUpSession(elsewhere.sid, late, "input");
  expect(other?.viewer.authenticatedAt).toEqual(later(morning, 60).at);
  const log = await prisma.auditEntry.findMany({ where: { action: "session:step-up", actorId: viewer.accountId } });
  expect(log).toEqual([expect.objectContaining({ objectId: viewer.sessionId })]);
});

test("an account without a second step is asked for its password alone", async () => {
  await setDemo(true);
  const somebody = await person((await organisation("school")).id, { factor: "none" });
  const { sid } = await sessionOf(somebody);
  const found = await lookUpSession(sid, late, "input");
  if (found === null) throw new Error("signed in");
  expect((await stepUp(found.viewer, { password: "wrong", returnTo }, late)).ok).toBe(false);
  expect((await stepUp(found.viewer, { password, returnTo }, late)).ok).toBe(true);
});
