import { generateSync } from "otplib";
import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { disableAccount, invitePerson, startRecovery } from "@/lib/identity/commands/people.server";
import { acceptInvitation, offerFactor, openOffer, readInvitation } from "@/lib/identity/entry/invitation.server";
import { finishSignIn, signIn } from "@/lib/identity/entry/sign-in.server";
import { invitationLink, invitationToken } from "@/lib/identity/invitation-link.server";
import { lookUpSession } from "@/lib/identity/session-lookup.server";
import { systemViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { device, later, morning, organisation, password, person, sessionOf, setDemo } from "./world";

const desk = systemViewer("command-line");
const hour = 3600;

beforeEach(() => setDemo(false));

async function invite(now: Now = morning, role: "reporter" | "reader" = "reporter") {
  const school = await organisation("school");
  const input = { email: `${newId()}@example.test`, name: "Nieuwe Collega", organisation: school.code, role };
  const invited = await invitePerson(desk, { ...input, locations: [], protectedCases: false }, now);
  if (!invited.ok || invited.value.invitationId === null) throw new Error("an invitation was expected");
  return { ...input, accountId: invited.value.accountId, id: invited.value.invitationId, school };
}

async function open(id: string, now: Now = morning) {
  const invitation = await readInvitation(invitationToken(id), now);
  if (invitation === null) throw new Error("the invitation is open");
  const offer = offerFactor(invitation);
  const secret = openOffer(offer, id)?.secret ?? "";
  const codeAt = (at: Now) => generateSync({ secret, epoch: Math.floor(at.at.getTime() / 1000) });
  return { invitation, offer, codeAt };
}

const over = { ok: false, problems: [{ code: "invitation-over" }] };

describe("a link that does not open", () => {
  test("one that nobody made, one that is too old, and one that was used, are the same", async () => {
    const { id } = await invite();
    const token = invitationToken(id);
    expect(await readInvitation("0".repeat(64), morning)).toBeNull();
    expect(await readInvitation(token, later(morning, 72 * hour))).toBeNull();
    const { offer, codeAt } = await open(id);
    await acceptInvitation({ token, password, offer, code: codeAt(morning) }, device(), morning);
    expect(await readInvitation(token, morning)).toBeNull();
  });

  test("the link before the last one", async () => {
    const { id, accountId } = await invite();
    await startRecovery(desk, { accountId }, morning);
    expect(await readInvitation(invitationToken(id), morning)).toBeNull();
  });

  test("that of an account which was closed meanwhile", async () => {
    const { id, accountId } = await invite();
    await disableAccount(desk, { accountId }, morning);
    expect(await readInvitation(invitationToken(id), morning)).toBeNull();
  });

  test("two who accept at the same moment: one gets in", async () => {
    const { id } = await invite();
    const { offer, codeAt } = await open(id);
    const given = { token: invitationToken(id), password, offer, code: codeAt(morning) };
    const both = await Promise.all([
      acceptInvitation(given, device(), morning),
      acceptInvitation(given, device(), morning),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual(over);
  });
});

describe("a form that comes back", () => {
  test("a weak password, the own name, or a wrong code spend nothing", async () => {
    const { id } = await invite();
    const { offer, codeAt } = await open(id);
    const token = invitationToken(id);
    const attempts = [
      [
        { password: "kort", code: codeAt(morning) },
        { code: "password-too-short", field: "password" },
      ],
      [
        { password: "Nieuwe-Collega-1", code: codeAt(morning) },
        { code: "password-guessable", field: "password" },
      ],
      [
        { password, code: "000000" },
        { code: "code-refused", field: "code" },
      ],
      [
        { password, code: "" },
        { code: "code-refused", field: "code" },
      ],
    ] as const;
    for (const [given, problem] of attempts) {
      const outcome = await acceptInvitation({ token, offer, ...given }, device(), morning);
      expect(outcome).toEqual({ ok: false, problems: [problem] });
    }
    expect(await readInvitation(token, morning)).not.toBeNull();
  });

  test("the offer of another invitation is not taken: no telephone of one person for another", async () => {
    const one = await invite();
    const other = await invite();
    const { offer, codeAt } = await open(other.id);
    const given = { token: invitationToken(one.id), password, offer, code: codeAt(morning) };
    expect(await acceptInvitation(given, device(), morning)).toMatchObject({ ok: false });
    expect(await acceptInvitation({ ...given, offer: null }, device(), morning)).toMatchObject({ ok: false });
  });
});

describe("a link that opens", () => {
  test("opens as often as a mail scanner likes, and writes nothing", async () => {
    const { id, accountId, school } = await invite();
    const before = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
    for (let look = 0; look < 3; look++) {
      expect(await readInvitation(invitationToken(id), morning)).toMatchObject({
        name: "Nieuwe Collega",
        organisations: [school.name],
        needsFactor: true,
      });
    }
    expect(await prisma.account.findUniqueOrThrow({ where: { id: accountId } })).toEqual(before);
  });

  test("makes an account with two steps, ten codes, and a session to go on with", async () => {
    const { id, accountId, email } = await invite();
    const { offer, codeAt } = await open(id);
    const accepted = await acceptInvitation(
      { token: invitationToken(id), password, offer, code: codeAt(morning) },
      device(),
      morning,
    );
    if (!accepted.ok || accepted.value.session === null) throw new Error("accepted");
    expect(new Set(accepted.value.recoveryCodes).size).toBe(10);
    expect(await lookUpSession(accepted.value.session.sid, morning, "input")).toMatchObject({
      viewer: { kind: "school", factors: 2 },
    });
    const stored = JSON.stringify([
      await prisma.account.findUnique({ where: { id: accountId } }),
      await prisma.recoveryCode.findMany({ where: { accountId } }),
    ]);
    for (const secret of [password, ...accepted.value.recoveryCodes]) expect(stored).not.toContain(secret);
    const soon = later(morning, 60);
    expect((await signIn({ email, password, code: codeAt(soon) }, device(), soon)).kind).toBe("signed-in");
  });

  test("the code that made the account does not open it a second time", async () => {
    const { id, email } = await invite();
    const { offer, codeAt } = await open(id);
    const code = codeAt(morning);
    await acceptInvitation({ token: invitationToken(id), password, offer, code }, device(), morning);
    expect((await signIn({ email, password, code }, device(), morning)).kind).toBe("refused");
  });

  test("a recovery code takes the place of the telephone, once, however it is typed", async () => {
    const { id, email } = await invite();
    const { offer, codeAt } = await open(id);
    const given = { token: invitationToken(id), password, offer, code: codeAt(morning) };
    const accepted = await acceptInvitation(given, device(), morning);
    const [spare = ""] = accepted.ok ? accepted.value.recoveryCodes : [];
    const half = await signIn({ email, password }, device(), morning);
    if (half.kind !== "code-needed") throw new Error("a code is needed");
    const typed = spare.replaceAll("-", " ").toUpperCase();
    expect((await finishSignIn(half.half, typed, device(), morning)).kind).toBe("signed-in");
    expect((await finishSignIn(half.half, spare, device(), morning)).kind).toBe("refused");
  });

  test("recovery ends every session, the old password, the old telephone and the old codes", async () => {
    const somebody = await person((await organisation("school")).id);
    const { sid } = await sessionOf(somebody);
    const recovery = await startRecovery(desk, { accountId: somebody.id }, morning);
    if (!recovery.ok || recovery.value.invitationId === null) throw new Error("an invitation was expected");
    const { id } = { id: recovery.value.invitationId };
    expect(await lookUpSession(sid, morning, "input")).not.toBeNull();
    const { offer, codeAt } = await open(id);
    const fresh = "drie nieuwe woorden hier";
    await acceptInvitation(
      { token: invitationToken(id), password: fresh, offer, code: codeAt(morning) },
      device(),
      morning,
    );
    expect(await lookUpSession(sid, morning, "input")).toBeNull();
    const soon = later(morning, 60);
    const sign = (given: string, code: string) =>
      signIn({ email: somebody.email, password: given, code }, device(), soon);
    expect((await sign(password, codeAt(soon))).kind).toBe("refused");
    expect((await sign(fresh, somebody.codeAt(soon))).kind).toBe("refused");
    expect((await sign(fresh, codeAt(soon))).kind).toBe("signed-in");
  });

  test("in a demo a password is enough", async () => {
    await setDemo(true);
    const { id } = await invite();
    expect(await readInvitation(invitationToken(id), morning)).toMatchObject({ needsFactor: false });
    const given = { token: invitationToken(id), password, offer: null, code: "" };
    expect(await acceptInvitation(given, device(), morning)).toMatchObject({ ok: true, value: { recoveryCodes: [] } });
  });
});

test("the tables do not hold what it takes to write the link", async () => {
  const { id } = await invite();
  const row = await prisma.invitation.findUniqueOrThrow({ where: { id } });
  const sent = await prisma.outboxMessage.findFirstOrThrow({
    where: { payload: { path: ["invitationId"], equals: id } },
  });
  expect(invitationLink(id)).toBe(`http://localhost:3000/uitnodiging/${invitationToken(id)}`);
  expect(JSON.stringify([row, sent])).not.toContain(invitationToken(id));
  expect(sent.topic).toBe("invitation");
});
