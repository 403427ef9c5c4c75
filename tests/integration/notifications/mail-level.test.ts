import { beforeEach, describe, expect, test } from "vitest";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { prisma } from "@/lib/db/client.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { chooseMailLevel } from "@/lib/notifications/commands/mail-level.server";
import { deliver } from "@/lib/notifications/deliver.server";
import { mailLevelInput } from "@/lib/notifications/inputs";
import { type MailLevelCode, mailLevelCodes } from "@/lib/notifications/mail-levels";
import { findMailLevel } from "@/lib/notifications/queries/mail-level.server";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { lettersOf, messagesOf, postWith } from "@/tests/support/post";
import { officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let admin: SchoolViewer;

beforeEach(async () => {
  world = await aWorld();
  admin = reporterOf(world.school.id, { ...(await anAccount(world.school.id, "school_admin")), role: "school_admin" });
});

/** All that mail says about a report that was filed and taken up. */
async function mailAbout(ownReference: string): Promise<string> {
  const { id, reference } = await aFiledReport(world, { ownReference, separate: true });
  await prisma.report.update({ where: { id }, data: { studentGroup: "Klas-Zeven" } });
  await takeUp(world.officer, { reference }, thursday);
  for (const message of await messagesOf(id)) await deliver(message.id, postWith(), { count: 1, isLast: false });
  const letters = await lettersOf(id);
  expect(letters.length).toBeGreaterThan(1);
  return JSON.stringify(letters);
}

const saysAt = (level: MailLevelCode) => ({
  ownReference: level !== "number",
  group: level === "group",
});

describe("refusals", () => {
  test("only who tends the people of a school says how much its mail may say", async () => {
    const office = officerOf(world.office.id, { role: "office_admin" });
    for (const viewer of [world.reporter, world.officer, office]) {
      expect.soft(() => chooseMailLevel(viewer, { level: "group" }, thursday), viewer.role).toThrow(NotAllowed);
      await expect.soft(findMailLevel(viewer, thursday, "nl"), viewer.role).rejects.toBeInstanceOf(NotFound);
    }
    expect(await prisma.mailLevel.count({ where: { organisationId: world.school.id } })).toBe(0);
  });

  test("a level that does not exist is none", () => {
    for (const level of ["", "alles", "constructor", "toString", undefined, ["group"]]) {
      expect.soft(mailLevelInput.safeParse({ level }).success, String(level)).toBe(false);
    }
  });
});

test("a class is told in mail only where the school says so, and its own reference is not told where it says not", async () => {
  expect(await mailAbout("VB-1")).not.toContain("Klas-Zeven");
  for (const level of mailLevelCodes) {
    await chooseMailLevel(admin, { level }, thursday);
    const said = await mailAbout(`VB-${level}`);
    const told = { ownReference: said.includes(`VB-${level}`), group: said.includes("Klas-Zeven") };
    expect.soft(told, level).toEqual(saysAt(level));
  }
});

test("the example beside each choice says what the mail would say, and the choice is kept and written down", async () => {
  const before = await findMailLevel(admin, thursday, "nl");
  expect(before).toMatchObject({ level: "own", chosen: null });
  for (const { level, subject, text } of before.previews) {
    const told = { ownReference: `${subject}${text}`.includes("VB-12"), group: text.includes("3B") };
    expect.soft(told, level).toEqual(saysAt(level));
  }
  const inEnglish = await findMailLevel(admin, thursday, "en");
  expect(inEnglish.previews[0]?.subject).not.toBe(before.previews[0]?.subject);
  await chooseMailLevel(admin, { level: "number" }, thursday);
  expect(await findMailLevel(admin, thursday, "nl")).toMatchObject({ level: "number", chosen: { by: admin.name } });
  const logged = { action: "mail:level", actorId: admin.accountId };
  expect(await prisma.auditEntry.count({ where: logged })).toBe(1);
});

test("what another school chose changes nothing here", async () => {
  const elsewhere = await aWorld();
  const other = await anAccount(elsewhere.school.id, "school_admin");
  await chooseMailLevel(
    reporterOf(elsewhere.school.id, { ...other, role: "school_admin" }),
    { level: "group" },
    thursday,
  );
  expect(await mailAbout("VB-2")).not.toContain("Klas-Zeven");
});
