import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { listAccessLog } from "@/lib/identity/access-log.server";
import {
  disableAccount,
  endMandate,
  grantMandate,
  invitePerson,
  startRecovery,
} from "@/lib/identity/commands/people.server";
import { createAccountsWithPassword } from "@/lib/identity/commands/seed-accounts.server";
import { markAsDemo } from "@/lib/identity/demo.server";
import { findOrganisationToManage, findPerson, listPeople } from "@/lib/identity/queries.server";
import type { Role } from "@/lib/identity/roles";
import { lookUpSession } from "@/lib/identity/session-lookup.server";
import { systemViewer } from "@/lib/identity/viewer";
import { newId } from "@/lib/shared/ids";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { clientOf, deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";
import { day, device, later, mandate, morning, organisation, person, sessionOf, setDemo } from "./world";

beforeEach(() => setDemo(false));

const wish = (organisationCode: string, role: Role = "reporter") => ({
  organisation: organisationCode,
  role,
  locations: [],
  protectedCases: false,
});
const invitation = (code: string, role: Role = "reporter", email = `${newId()}@example.test`) => ({
  ...wish(code, role),
  email,
  name: "Sanne Mulder",
});
const administratorOf = (school: string) => reporterOf(school, { role: "school_admin" });

describe("who may not let people in", () => {
  test("everybody but the own administrator and the desk's finds no organisation, and nothing is written", async () => {
    const school = await organisation("school");
    const other = await organisation("school");
    const strangers = [
      reporterOf(school.id),
      reporterOf(school.id, { role: "reader" }),
      administratorOf(other.id),
      officerOf((await organisation("office")).id, { role: "office_admin" }),
      deskPerson("service_desk"),
      deskPerson("auditor"),
      clientOf(school.id, "school", ["reports:file"]),
      systemViewer("notifications"),
    ];
    const somebody = await person(school.id);
    const before = await prisma.mandate.count();
    for (const stranger of strangers) {
      const accountId = somebody.id;
      const refusals = [
        invitePerson(stranger, invitation(school.code), morning),
        grantMandate(stranger, { ...wish(school.code), accountId }, morning),
        endMandate(stranger, { mandateId: somebody.mandateId }, morning),
        startRecovery(stranger, { accountId }, morning),
        disableAccount(stranger, { accountId }, morning),
        listPeople(stranger, { organisation: school.code }, morning),
        findPerson(stranger, accountId, morning),
        findOrganisationToManage(stranger, school.code),
      ];
      for (const refusal of await Promise.allSettled(refusals)) {
        expect(refusal).toMatchObject({ status: "rejected", reason: expect.any(NotFound) });
      }
    }
    expect(await prisma.mandate.count()).toBe(before);
    expect(await prisma.session.count({ where: { accountId: somebody.id } })).toBe(0);
  });

  test("what is not there and what is not yours are the same answer", async () => {
    const other = await organisation("school");
    const viewer = administratorOf((await organisation("school")).id);
    const asked = [other.code, "NIETS"].map((code) => listPeople(viewer, { organisation: code }, morning));
    const [theirs, nothing] = await Promise.allSettled(asked);
    expect(theirs).toEqual(nothing);
  });

  test("a role of another kind of organisation, a period that ends before it begins, a location of another school", async () => {
    const school = await organisation("school");
    const viewer = administratorOf(school.id);
    const email = `${newId()}@example.test`;
    const refused = async (given: object) => {
      const outcome = await invitePerson(viewer, { ...invitation(school.code, "reporter", email), ...given }, morning);
      return outcome.ok ? "done" : outcome.problems[0]?.code;
    };
    expect(await refused({ role: "administrator" })).toBe("role-of-other-organisation");
    expect(await refused({ role: "officer" })).toBe("role-of-other-organisation");
    expect(await refused({ until: day("2026-04-22") })).toBe("until-before-from");
    expect(await refused({ locations: [newId()] })).toBe("location-unknown");
    expect(await prisma.account.count({ where: { email } })).toBe(0);
  });

  test.each([
    ["runs", { from: "2010-08-01", until: "2026-07-31" }, "2010-08-01"],
    ["comes", { from: "2026-09-01" }, "2026-09-01"],
  ])("inviting who has the function here already, which %s, leaves it as it is", async (_, period, since) => {
    const school = await organisation("school");
    const somebody = await person(school.id, period);
    const locationIds = [newId()];
    await prisma.mandate.update({ where: { id: somebody.mandateId }, data: { locationIds } });
    const before = await prisma.mandate.findMany({ where: { accountId: somebody.id } });
    for (const given of [{}, { from: day("2026-12-01") }]) {
      const again = { ...invitation(school.code, "reporter", somebody.email), ...given };
      const facts = { since, accountId: somebody.id };
      expect(await invitePerson(administratorOf(school.id), again, morning)).toEqual({
        ok: false,
        problems: [{ code: "mandate-held", field: "email", facts }],
      });
    }
    expect(await prisma.mandate.findMany({ where: { accountId: somebody.id } })).toEqual(before);
    expect(await prisma.invitation.count({ where: { accountId: somebody.id } })).toBe(0);
  });

  test("of a function at another house the inviter hears nothing", async () => {
    const school = await organisation("school");
    const somebody = await person((await organisation("school")).id);
    const given = invitation(school.code, "reporter", somebody.email);
    expect(await invitePerson(administratorOf(school.id), given, morning)).toMatchObject({ ok: true });
    expect(await prisma.mandate.count({ where: { accountId: somebody.id } })).toBe(2);
  });

  test("an administrator of one school cannot recover or close the account of who works elsewhere too", async () => {
    const school = await organisation("school");
    const somebody = await person(school.id);
    await mandate(somebody.id, (await organisation("desk")).id, { role: "administrator" });
    const viewer = administratorOf(school.id);
    const elsewhere = { ok: false, problems: [{ code: "account-also-elsewhere" }] };
    expect(await startRecovery(viewer, { accountId: somebody.id }, morning)).toEqual(elsewhere);
    expect(await disableAccount(viewer, { accountId: somebody.id }, morning)).toEqual(elsewhere);
    expect(await prisma.invitation.count({ where: { accountId: somebody.id } })).toBe(0);
  });

  test("nobody closes the own account or ends the function in which he works", async () => {
    const school = await organisation("school");
    const somebody = await person(school.id, { role: "school_admin" });
    const signIn = await lookUpSession((await sessionOf(somebody)).sid, morning, "input");
    if (signIn === null) throw new Error("signed in");
    const own = { accountId: somebody.id };
    expect(await disableAccount(signIn.viewer, own, morning)).toMatchObject({ problems: [{ code: "own-account" }] });
    const end = await endMandate(signIn.viewer, { mandateId: somebody.mandateId }, morning);
    expect(end).toMatchObject({ problems: [{ code: "own-mandate" }] });
  });
});

describe("letting people in and out", () => {
  test("a colleague is invited by the own administrator, with a mail and a line in the log", async () => {
    const school = await organisation("school");
    const invited = await invitePerson(administratorOf(school.id), invitation(school.code), morning);
    if (!invited.ok) throw new Error("invited");
    const people = await listPeople(administratorOf(school.id), { organisation: school.code }, morning);
    expect(people.rows).toMatchObject([{ name: "Sanne Mulder", state: "invited", lastSignInAt: null }]);
    const log = await prisma.auditEntry.findMany({ where: { objectId: invited.value.accountId } });
    expect(log.map(({ action }) => action)).toEqual(["account:invite"]);
    const stale = await listPeople(
      administratorOf(school.id),
      { organisation: school.code },
      later(morning, 73 * 3600),
    );
    expect(stale.rows).toMatchObject([{ state: "invitation-over" }]);
  });

  test("somebody who has an account keeps name and password, and gets a function more, without a mail", async () => {
    const school = await organisation("school");
    const somebody = await person((await organisation("school")).id);
    const given = invitation(school.code, "reader", somebody.email);
    const invited = await invitePerson(administratorOf(school.id), given, morning);
    expect(invited).toMatchObject({ ok: true, value: { accountId: somebody.id, invitationId: null } });
    const seen = await findPerson(administratorOf(school.id), somebody.id, morning);
    expect(seen.name).toBe("Jan de Vries");
    expect(seen.mandates.map(({ organisationCode }) => organisationCode)).toEqual([school.code]);
  });

  test.each(["", "'", "1' OR '1'='1", "\u0000"])("who asks for the person %j finds nobody", async (id) => {
    const school = await organisation("school");
    await expect(findPerson(administratorOf(school.id), id, morning)).rejects.toThrow(NotFound);
  });

  test("the same function given again changes its end, keeps its begin, and makes no second one", async () => {
    const school = await organisation("school");
    const somebody = await person(school.id, { from: "2010-08-01" });
    const viewer = administratorOf(school.id);
    const given = { ...wish(school.code), accountId: somebody.id, until: day("2026-07-31") };
    await grantMandate(viewer, given, morning);
    const { mandates } = await findPerson(viewer, somebody.id, morning);
    expect(mandates).toMatchObject([{ validFrom: "2010-08-01", validUntil: "2026-07-31", state: "current" }]);
    const past = await grantMandate(viewer, { ...given, until: day("2026-04-22") }, morning);
    expect(past).toMatchObject({ problems: [{ code: "until-before-from" }] });
    await grantMandate(viewer, { ...given, from: day("2026-02-01") }, morning);
    expect((await findPerson(viewer, somebody.id, morning)).mandates).toMatchObject([{ validFrom: "2026-02-01" }]);
  });

  test("a function that is to come keeps its begin too, and cannot end before it", async () => {
    const school = await organisation("school");
    const somebody = await person(school.id, { from: "2026-09-01" });
    const viewer = administratorOf(school.id);
    const given = { ...wish(school.code), accountId: somebody.id };
    const before = await grantMandate(viewer, { ...given, until: day("2026-08-31") }, morning);
    expect(before).toMatchObject({ problems: [{ code: "until-before-from" }] });
    await grantMandate(viewer, { ...given, until: day("2027-07-31") }, morning);
    const { mandates } = await findPerson(viewer, somebody.id, morning);
    expect(mandates).toMatchObject([{ validFrom: "2026-09-01", validUntil: "2027-07-31", state: "future" }]);
  });

  test("a function that has ended begins again today, by invitation too", async () => {
    const school = await organisation("school");
    const somebody = await person(school.id, { from: "2010-08-01", until: "2026-04-22" });
    const viewer = administratorOf(school.id);
    await invitePerson(viewer, invitation(school.code, "reporter", somebody.email), morning);
    const { mandates } = await findPerson(viewer, somebody.id, morning);
    expect(mandates).toMatchObject([{ validFrom: "2026-04-23", validUntil: null, state: "current" }]);
  });

  test("who says nothing of locations and protected cases leaves them; who says none, widens", async () => {
    const office = await organisation("office");
    const somebody = await person(office.id, { role: "officer" });
    const locationIds = [newId()];
    await prisma.mandate.update({ where: { id: somebody.mandateId }, data: { locationIds, protectedCases: true } });
    const held = () => prisma.mandate.findUnique({ where: { id: somebody.mandateId } });
    const given = { organisation: office.code, role: "officer" as const, accountId: somebody.id };
    const viewer = systemViewer("command-line");
    await grantMandate(viewer, { ...given, until: day("2026-07-31") }, morning);
    expect(await held()).toMatchObject({ locationIds, protectedCases: true });
    await grantMandate(viewer, { ...given, locations: [], protectedCases: false }, morning);
    expect(await held()).toMatchObject({ locationIds: [], protectedCases: false });
  });

  test("a function that is ended now is out at the next request; one with a last day works until then", async () => {
    const school = await organisation("school");
    const viewer = administratorOf(school.id);
    const now = await person(school.id);
    const soon = await person(school.id);
    const sessions = [await sessionOf(now), await sessionOf(soon)] as const;
    await endMandate(viewer, { mandateId: now.mandateId }, morning);
    await endMandate(viewer, { mandateId: soon.mandateId, lastDay: day("2026-04-24") }, morning);
    expect(await lookUpSession(sessions[0].sid, later(morning, 1), "input")).toBeNull();
    expect(await lookUpSession(sessions[1].sid, later(morning, 1), "input")).not.toBeNull();
    expect((await findPerson(viewer, now.id, morning)).mandates[0]).toMatchObject({ state: "ended" });
  });

  test("a function given by mistake today can be taken back today", async () => {
    const school = await organisation("school");
    const viewer = administratorOf(school.id);
    const invited = await invitePerson(viewer, invitation(school.code), morning);
    if (!invited.ok) throw new Error("invited");
    const [granted] = (await findPerson(viewer, invited.value.accountId, morning)).mandates;
    const ended = await endMandate(viewer, { mandateId: granted?.id ?? "" }, morning);
    expect(ended).toMatchObject({ ok: true, value: { isStillKnown: false } });
  });

  test("a closed account has no session left, whatever was open", async () => {
    const school = await organisation("school");
    const somebody = await person(school.id);
    const one = await sessionOf(somebody);
    const other = await sessionOf(somebody, later(morning, 60), device({ network: "198.51.100.1" }));
    await disableAccount(deskPerson("administrator"), { accountId: somebody.id }, later(morning, 90));
    for (const { sid } of [one, other]) expect(await lookUpSession(sid, later(morning, 91), "input")).toBeNull();
    expect(await prisma.session.count({ where: { accountId: somebody.id } })).toBe(0);
  });

  test("the list says when somebody last signed in, also after signing out", async () => {
    const school = await organisation("school");
    const somebody = await person(school.id);
    await sessionOf(somebody);
    await prisma.session.deleteMany({ where: { accountId: somebody.id } });
    const { rows } = await listPeople(administratorOf(school.id), { organisation: school.code }, morning);
    expect(rows).toMatchObject([{ lastSignInAt: morning.at, state: "active" }]);
  });

  test("a long list comes in pages that miss nobody", async () => {
    const school = await organisation("school");
    const names = Array.from({ length: 53 }, (_, index) => `Collega ${String(index).padStart(2, "0")}`);
    for (const name of names) {
      const id = newId();
      await prisma.account.create({ data: { id, email: `${id}@example.test`, name } });
      await mandate(id, school.id);
    }
    const viewer = administratorOf(school.id);
    const first = await listPeople(viewer, { organisation: school.code }, morning);
    const second = await listPeople(viewer, { organisation: school.code, after: first.nextCursor ?? "" }, morning);
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(names);
    expect(second.nextCursor).toBeNull();
  });
});

describe("the access log", () => {
  test("only an auditor finds it", async () => {
    for (const viewer of [
      deskPerson("administrator"),
      administratorOf(newId()),
      officerOf(newId()),
      systemViewer("seed"),
    ]) {
      await expect(listAccessLog(viewer, {}, morning)).rejects.toBeInstanceOf(NotFound);
    }
  });

  test("is searched by person and by thing, and notes who looked", async () => {
    const somebody = await person((await organisation("school")).id);
    const viewer = deskPerson("auditor");
    await invitePerson(systemViewer("command-line"), invitation((await organisation("school")).code), morning);
    const signIn = await lookUpSession((await sessionOf(somebody)).sid, morning, "input");
    if (signIn === null) throw new Error("signed in");
    const byThing = await listAccessLog(viewer, { object: somebody.id }, morning);
    expect(byThing.rows.map(({ action }) => action)).toEqual(["session:start"]);
    const byNobody = await listAccessLog(viewer, { actor: "nobody@example.test" }, morning);
    expect(byNobody.rows).toEqual([]);
    const looks = await listAccessLog(viewer, { object: "access-log" }, morning);
    expect(looks.rows).toEqual([]);
    const noted = await prisma.auditEntry.count({ where: { action: "access-log:list", actorId: viewer.accountId } });
    expect(noted).toBe(3);
  });
});

describe("accounts of a demo", () => {
  const people = (organisationId: string) => [
    { email: `${newId()}@example.test`, name: "Demo", mandates: [{ organisationId, role: "reporter" as const }] },
  ];

  test("cannot be made in a database that is no demo, nor by anybody but the seed", async () => {
    const school = await organisation("school");
    const given = { password: "verzuimloket-demo", people: people(school.id) };
    await expect(createAccountsWithPassword(systemViewer("seed"), given, morning)).rejects.toBeInstanceOf(NotAllowed);
    await setDemo(true);
    await expect(createAccountsWithPassword(systemViewer("import"), given, morning)).rejects.toBeInstanceOf(NotAllowed);
    await expect(markAsDemo(systemViewer("command-line"))).rejects.toBeInstanceOf(NotAllowed);
    await expect(createAccountsWithPassword(systemViewer("seed"), given, morning)).resolves.toHaveLength(1);
  });
});
