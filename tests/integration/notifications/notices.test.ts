import { beforeAll, expect, test } from "vitest";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import { markNoticesRead, openNotice } from "@/lib/notifications/commands.server";
import { deliver } from "@/lib/notifications/deliver.server";
import { countUnreadNotices, findLetter, listLetters, listNotices } from "@/lib/notifications/queries.server";
import { NotFound } from "@/lib/shared/problem";
import { messagesOf, postWith } from "@/tests/support/post";
import { deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let other: World;
let filed: Awaited<ReturnType<typeof aFiledReport>>;
const administrator = deskPerson("administrator");

async function deliverAll(reportId: string) {
  for (const { id } of await messagesOf(reportId)) await deliver(id, postWith(), { count: 1, isLast: false });
}

beforeAll(async () => {
  world = await aWorld();
  other = await aWorld();
  filed = await aFiledReport(world, { ownReference: "VB-12" });
  await takeUp(world.officer, { reference: filed.reference }, thursday);
  await deliverAll(filed.id);
});

test("a stranger sees no notice of others, opens none, and marks none as read", async () => {
  const [notice] = await prisma.notice.findMany({ where: { accountId: world.reporter.accountId } });
  for (const stranger of [other.reporter, other.officer, administrator, world.officer]) {
    const { rows } = await listNotices(stranger, {}, thursday);
    expect(rows.map(({ id }) => id)).not.toContain(notice?.id);
    await expect(openNotice(stranger, notice?.id ?? "", thursday)).rejects.toThrow(NotFound);
    await markNoticesRead(stranger, {}, thursday);
  }
  expect(await countUnreadNotices(world.reporter)).toBe(1);
});

test("opening the report reads the notices about it, and those of nobody else or of another report", async () => {
  const there = await aWorld();
  const [mine, also] = [await aFiledReport(there), await aFiledReport(there, { separate: true })];
  for (const { reference, id } of [mine, also]) {
    await takeUp(there.officer, { reference }, thursday);
    await deliverAll(id);
  }
  const unread = async () =>
    (await prisma.notice.findMany({ where: { report: { organisationId: there.school.id }, readAt: null } })).map(
      ({ accountId, reportId }) => [accountId === there.reporter.accountId, reportId === mine.id],
    );
  expect(await unread()).toContainEqual([true, true]);
  await findConversation(there.reporter, thursday, mine.id);
  const left = await unread();
  expect(left).not.toContainEqual([true, true]);
  expect(left).toContainEqual([true, false]);
  expect(left).toContainEqual([false, true]);
});

test("in another function the same person has no notices about reports that it may not read", async () => {
  const { accountId } = world.reporter;
  const elsewhere = reporterOf(other.school.id, { accountId });
  const asOfficer = officerOf(other.office.id, { accountId });
  for (const viewer of [elsewhere, asOfficer]) {
    expect((await listNotices(viewer, {}, thursday)).rows).toEqual([]);
    expect(await countUnreadNotices(viewer)).toBe(0);
  }
});

test("what is no id is no notice", async () => {
  await expect(openNotice(world.reporter, "x' OR 1=1", thursday)).rejects.toThrow(NotFound);
});

test("a reporter reads who did what with which report, and the look is written down", async () => {
  const { rows, nextCursor } = await listNotices(world.reporter, {}, thursday);
  expect(nextCursor).toBeNull();
  expect(rows).toEqual([
    expect.objectContaining({
      reference: filed.reference,
      ownReference: "VB-12",
      group: "3B",
      studentName: "Sami de Boer",
      isUnread: true,
      event: expect.objectContaining({
        kind: "taken_up",
        actor: expect.objectContaining({ name: world.officer.name }),
      }),
    }),
  ]);
  const look = await prisma.auditEntry.findFirst({
    where: { actorId: world.reporter.accountId, action: "notice:list" },
    orderBy: { id: "desc" },
  });
  expect(look).toMatchObject({ objectCount: 1 });
});

test("opening a notice leads to the report and counts as reading it", async () => {
  const next = await aFiledReport(world, { separate: true });
  await deliverAll(next.id);
  expect(await countUnreadNotices(world.officer)).toBe(1);
  const { rows } = await listNotices(world.officer, {}, thursday);
  expect(await openNotice(world.officer, rows[0]?.id ?? "", thursday)).toBe(`/werkvoorraad/${next.reference}`);
  expect(await countUnreadNotices(world.officer)).toBe(0);
});

test("marking all as read leaves nothing unread", async () => {
  await markNoticesRead(world.reporter, {}, thursday);
  expect(await countUnreadNotices(world.reporter)).toBe(0);
  expect((await listNotices(world.reporter, {}, thursday)).rows.map(({ isUnread }) => isUnread)).toEqual([false]);
});

test("of a protected student the school reads in its notices no officer and no office", async () => {
  const number = await aStudent({
    municipality: world.municipality,
    locationId: world.school.location.id,
    brin: world.brin,
    kind: "protected",
  });
  const hidden = await aFiledReport(world, { student: { number } });
  const specialist = officerOf(world.office.id, {
    ...(await anAccount(world.office.id, "officer", { protectedCases: true })),
    organisationName: world.office.name,
    role: "officer",
    protectedCases: true,
  });
  await takeUp(specialist, { reference: hidden.reference }, thursday);
  await deliverAll(hidden.id);
  const { rows } = await listNotices(world.reporter, {}, thursday);
  const [notice] = rows.filter(({ reference }) => reference === hidden.reference);
  expect(notice?.event).toMatchObject({ kind: "taken_up", actor: { id: null, name: "", organisation: null } });
});

test("administrators hear of a report without an office, without the student's name, until it has one", async () => {
  const account = await anAccount((await prisma.organisation.create({ data: loket })).id, "administrator");
  const viewer = deskPerson("administrator", account);
  const number = await aStudent({
    municipality: null,
    locationId: world.school.location.id,
    brin: world.brin,
    kind: "unknown",
  });
  const lost = await aFiledReport(world, { student: { number } });
  await deliverAll(lost.id);
  const { rows } = await listNotices(viewer, {}, thursday);
  expect(rows).toEqual([
    expect.objectContaining({ reference: lost.reference, studentName: null, group: null, ownReference: null }),
  ]);
  await prisma.report.update({ where: { id: lost.id }, data: { officeId: world.office.id } });
  expect((await listNotices(viewer, {}, thursday)).rows).toEqual([]);
});

const loket = { code: "LOKET", kind: "desk", name: "Verzuimloket" } as const;

test("nobody but a functional administrator knows of the mailbox", async () => {
  const { rows } = await listLetters(administrator, {}, thursday);
  const id = rows[0]?.id ?? "";
  const others = [world.reporter, world.officer, deskPerson("service_desk"), deskPerson("auditor")];
  for (const viewer of others) {
    await expect(listLetters(viewer, {}, thursday)).rejects.toThrow(NotFound);
    await expect(findLetter(viewer, { id, hidden: "" }, thursday)).rejects.toThrow(NotFound);
  }
});

test("an administrator reads the mail that was made, and each look is written down", async () => {
  const mailbox = await listLetters(administrator, {}, thursday);
  expect(mailbox.hasMailServer).toBe(false);
  const [line] = mailbox.rows.filter(({ subject }) => subject.includes(filed.reference));
  const letter = await findLetter(administrator, { id: line?.id ?? "", hidden: "" }, thursday);
  expect(letter.text).toContain(`Melding: ${filed.reference}`);
  expect(letter.text).not.toMatch(/Sami|Boer/);
  const looks = await prisma.auditEntry.findMany({ where: { actorId: administrator.accountId } });
  expect(looks.map(({ action, objectId }) => [action, objectId])).toEqual(
    expect.arrayContaining([
      ["mailbox:list", null],
      ["mailbox:read", letter.id],
    ]),
  );
});

test("a letter that is not there is not found", async () => {
  for (const id of ["nothing", "00000000-0000-7000-8000-000000000000"]) {
    await expect(findLetter(administrator, { id, hidden: "" }, thursday)).rejects.toThrow(NotFound);
  }
});
