import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { dropReportTemplate, keepReportTemplate } from "@/lib/reports/commands/keep-template.server";
import { findReportTemplate, listReportTemplates } from "@/lib/reports/queries/report-templates.server";
import { mostTemplates, templateInput } from "@/lib/reports/template";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { reporterOf } from "@/tests/support/viewers";
import { aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let other: World;

beforeAll(async () => {
  [world, other] = [await aWorld(), await aWorld()];
});

const truancy = (name: string, more: object = {}) =>
  templateInput.parse({ name, type: "sixteen_hours_in_four_weeks", explanation: "Spijbelt vaak bij gym.", ...more });
const namesOf = async (viewer: World["reporter"]) => (await listReportTemplates(viewer)).map(({ name }) => name);

async function kept(viewer: World["reporter"], input: ReturnType<typeof truancy>): Promise<string> {
  const outcome = await keepReportTemplate(viewer, input, thursday);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value.id;
}

describe("refusals", () => {
  test("another school neither finds, changes nor throws away a template", async () => {
    const id = await kept(world.reporter, truancy("Van deze school"));
    await expect(findReportTemplate(other.reporter, id)).rejects.toThrow(NotFound);
    await expect(keepReportTemplate(other.reporter, truancy("Gekaapt", { id }), thursday)).rejects.toThrow(NotFound);
    await expect(dropReportTemplate(other.reporter, { id }, thursday)).rejects.toThrow(NotFound);
    await expect(listReportTemplates(world.officer)).rejects.toThrow(NotFound);
    expect(await namesOf(other.reporter)).toEqual([]);
    expect(await namesOf(world.reporter)).toEqual(["Van deze school"]);
  });

  test("who may only read or prepare keeps none; who prepares takes them", async () => {
    const preparer = reporterOf(world.school.id, { role: "preparer" });
    expect(() => keepReportTemplate(preparer, truancy("Van de mentor"), thursday)).toThrow(NotAllowed);
    expect(await namesOf(preparer)).toEqual(["Van deze school"]);
    await expect(listReportTemplates(reporterOf(world.school.id, { role: "reader" }))).rejects.toThrow(NotFound);
  });

  test("a mandate for one location sees and keeps nothing of another", async () => {
    const [first] = await prisma.location.findMany({ where: { organisationId: world.school.id } });
    if (first === undefined) throw new Error("the school has no location");
    const id = await kept(world.reporter, truancy("Voor de eerste", { locationId: first.id }));
    const here = reporterOf(world.school.id, { locationIds: [first.id] });
    const elsewhere = reporterOf(world.school.id, { locationIds: [randomUUID()] });
    expect(await namesOf(here)).toContain("Voor de eerste");
    expect(await namesOf(elsewhere)).toEqual(["Van deze school"]);
    expect((await listReportTemplates(here)).map(({ name, mayChange }) => [name, mayChange])).toEqual([
      ["Van deze school", false],
      ["Voor de eerste", true],
    ]);
    await expect(dropReportTemplate(elsewhere, { id }, thursday)).rejects.toThrow(NotFound);
    const foreign = await prisma.location.findFirstOrThrow({ where: { organisationId: other.school.id } });
    const strange = truancy("Vreemd", { locationId: foreign.id });
    await expect(keepReportTemplate(world.reporter, strange, thursday)).rejects.toThrow(NotFound);
    await dropReportTemplate(here, { id }, thursday);
  });

  test("a template has a name of its own, says something, and there is no end of them but sixty", async () => {
    expect(templateInput.safeParse({ name: "Leeg" }).success).toBe(false);
    expect(templateInput.safeParse({ name: "Raar", type: "nonsense" }).success).toBe(false);
    expect(templateInput.safeParse({ name: "Te veel", type: "late_arrival", student: "Sami" }).success).toBe(false);
    expect(await keepReportTemplate(world.reporter, truancy("VAN deze SCHOOL"), thursday)).toMatchObject({
      problems: [{ code: "template-name-taken", field: "name" }],
    });
    for (let at = 1; at <= mostTemplates; at++) await kept(other.reporter, truancy(`Sjabloon ${at}`));
    expect(await keepReportTemplate(other.reporter, truancy("Een te veel"), thursday)).toMatchObject({
      problems: [{ code: "too-many-templates" }],
    });
  });
});

test("a template is changed in place, its words are sealed, and keeping it stands on the access log", async () => {
  const id = await kept(world.reporter, truancy("Gym", { schoolActions: "parents_called" }));
  await kept(world.reporter, truancy("Gym en tekenen", { id, schoolActions: ["student_talk", "parents_called"] }));
  const found = await findReportTemplate(world.reporter, id);
  expect(found).toMatchObject({ name: "Gym en tekenen", words: { schoolActions: ["student_talk", "parents_called"] } });
  const { wordsSealed } = await prisma.reportTemplate.findUniqueOrThrow({ where: { id } });
  // With a space: letters of a sealed text can spell a short word.
  expect(wordsSealed).not.toMatch(/gym en|tekenen/i);
  expect(await prisma.auditEntry.count({ where: { objectId: id, action: "report-template:keep" } })).toBe(2);
});
