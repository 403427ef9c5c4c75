import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { aPdf } from "@/tests/support/papers";
import { cityStudent } from "./desk";
import { expectAccessible } from "./look";
import { fileHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 240;

test("an officer takes the whole case along for the prosecutor, and is asked for whom it is", async ({ visit }) => {
  const [school, office] = [await visit("melder@vo.example"), await visit("ambtenaar@gemeente.example")];
  const reference = await fileHoliday(school, await cityStudent(firstPlace));
  const paper = { name: "brief.pdf", mimeType: "application/pdf", buffer: aPdf() };
  await school.getByLabel("Bestanden", { exact: true }).setInputFiles(paper);
  await expect(school.getByRole("button", { name: "brief.pdf downloaden" })).toBeVisible();

  await office.goto(`/werkvoorraad/${reference}`);
  await office.getByRole("link", { name: "Dossier maken" }).click();
  await office.getByRole("button", { name: "Dossier downloaden" }).click();
  await expect(office.getByRole("alert").filter({ hasText: "Kies voor wie het dossier is." })).toBeFocused();
  await expectAccessible(office, "a dossier without a purpose");

  await office.getByLabel("De officier van justitie").check();
  const [file] = await Promise.all([
    office.waitForEvent("download"),
    office.getByRole("button", { name: "Dossier downloaden" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`dossier ${reference}.zip`);
  const names = (await readFile(await file.path())).toString("latin1");
  expect(names).toContain(`dossier ${reference}.pdf`);
  expect(names).toContain(`${reference}/01 brief.pdf`);
});
