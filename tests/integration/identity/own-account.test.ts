import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { changePassword, chooseLocale } from "@/lib/identity/commands/own-account.server";
import { endSession, signOut } from "@/lib/identity/commands/sessions.server";
import { signIn } from "@/lib/identity/entry/sign-in.server";
import { listOwnMandates, listOwnSessions } from "@/lib/identity/queries.server";
import { lookUpSession } from "@/lib/identity/session-lookup.server";
import { NotFound } from "@/lib/shared/problem";
import { device, later, morning, organisation, password, person, sessionOf, setDemo } from "./world";

const fresh = "drie nieuwe woorden hier";

beforeEach(() => setDemo(false));

async function signedIn() {
  const somebody = await person((await organisation("school")).id);
  const { sid } = await sessionOf(somebody);
  const found = await lookUpSession(sid, morning, "input");
  if (found === null) throw new Error("signed in");
  return { somebody, sid, viewer: found.viewer };
}

const change = (currentPassword: string, newPassword: string) => ({
  currentPassword,
  newPassword,
  repeatPassword: newPassword,
});

test("a password is not changed by who does not know it, nor into a weak one", async () => {
  const { viewer, somebody } = await signedIn();
  const wrong = await changePassword(viewer, change("wrong", fresh), morning);
  expect(wrong).toEqual({ ok: false, problems: [{ code: "password-wrong", field: "currentPassword" }] });
  const weak = await changePassword(viewer, change(password, "welkom012026"), morning);
  expect(weak).toEqual({ ok: false, problems: [{ code: "password-common", field: "newPassword" }] });
  const at = later(morning, 60);
  expect((await signIn({ email: somebody.email, password, code: somebody.codeAt(at) }, device(), at)).kind).toBe(
    "signed-in",
  );
});

test("a stolen session cannot be used to guess the password", async () => {
  const { viewer } = await signedIn();
  for (let guess = 0; guess < 5; guess++) await changePassword(viewer, change(`guess ${guess}`, fresh), morning);
  const next = await changePassword(viewer, change(password, fresh), morning);
  expect(next).toMatchObject({ ok: false, problems: [{ code: "sign-in-wait" }] });
});

test("a new password ends all other sessions and keeps this one", async () => {
  const { viewer, somebody, sid } = await signedIn();
  const elsewhere = await sessionOf(somebody, later(morning, 60), device({ network: "198.51.100.1" }));
  expect(await changePassword(viewer, change(password, fresh), later(morning, 90))).toEqual({ ok: true, value: null });
  expect(await lookUpSession(sid, later(morning, 91), "input")).not.toBeNull();
  expect(await lookUpSession(elsewhere.sid, later(morning, 91), "input")).toBeNull();
});

test("a password works exactly as it was set: two hundred signs, emoji, a space at the end", async () => {
  for (const odd of ["zeer lang maar goed ".repeat(10), "🐘🌧️🎻🚲🍉🧦🪁🧃🕯️🪵🧊🧲", "lantaarnviool "]) {
    const { viewer, somebody } = await signedIn();
    await changePassword(viewer, change(password, odd), morning);
    const at = later(morning, 60);
    const sign = (given: string) => signIn({ email: somebody.email, password: given }, device({ network: odd }), at);
    expect((await sign(odd)).kind).toBe("code-needed");
    expect((await sign(odd.slice(0, -1))).kind).toBe("refused");
  }
});

test("somebody else's session is not found, and stays", async () => {
  const mine = await signedIn();
  const theirs = await signedIn();
  const choice = { sessionId: theirs.viewer.sessionId };
  await expect(endSession(mine.viewer, choice, morning)).rejects.toBeInstanceOf(NotFound);
  expect(await lookUpSession(theirs.sid, morning, "input")).not.toBeNull();
});

test("the own sessions are shown with this one marked, and each can be ended from here", async () => {
  const { viewer, somebody } = await signedIn();
  const elsewhere = await sessionOf(
    somebody,
    later(morning, 60),
    device({ browser: "Safari, iPad", computer: "shared" }),
  );
  const sessions = await listOwnSessions(viewer, later(morning, 90));
  expect(sessions).toMatchObject([
    { device: "Safari, iPad", isThis: false, isShared: true },
    { device: "Firefox, Linux", isThis: true, isShared: false },
  ]);
  await endSession(viewer, { sessionId: sessions[0]?.id ?? "" }, later(morning, 91));
  expect(await lookUpSession(elsewhere.sid, later(morning, 92), "input")).toBeNull();
});

test("who signs out is out: the old cookie opens nothing", async () => {
  const { viewer, sid } = await signedIn();
  await signOut(viewer, morning);
  expect(await lookUpSession(sid, morning, "input")).toBeNull();
});

test("a sign-out that comes twice is not an error for the person", async () => {
  const { viewer } = await signedIn();
  await signOut(viewer, morning);
  await expect(signOut(viewer, morning)).resolves.toBeUndefined();
});

test("the language is kept with the account, for the mail", async () => {
  const { viewer, somebody } = await signedIn();
  await chooseLocale(viewer, { locale: "en" }, morning);
  expect((await prisma.account.findUnique({ where: { id: somebody.id } }))?.locale).toBe("en");
});

test("one sees all own functions, the ended ones too, and nobody else's", async () => {
  const { viewer, somebody } = await signedIn();
  await signedIn();
  expect((await listOwnMandates(viewer, morning)).map(({ id }) => id)).toEqual([somebody.mandateId]);
});
