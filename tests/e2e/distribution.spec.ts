import { expect, type Page } from "@playwright/test";
import { cityStudent } from "./desk";
import { expectAccessible } from "./look";
import { fileHoliday, nameOf } from "./report-form";
import { test } from "./test";

const firstPlace = 250;
const colleague = "Samira Bouali";

test("a clerk gives what nobody has by a digit, takes it back, gives it by choosing, and drags it", async ({
  visit,
}) => {
  const [school, clerk] = [await visit("melder@vo.example"), await visit("administratie@gemeente.example")];
  const student = await cityStudent(firstPlace);
  const reference = await fileHoliday(school, student);
  await putInSharedInbox(clerk, reference);
  const box = clerk.getByRole("checkbox", { name: nameOf(student) });
  const receiver = clerk.getByRole("radio", { name: colleague });
  const done = clerk.getByRole("status").filter({ hasText: `gegeven aan ${colleague}` });

  await clerk.getByRole("link", { name: "Verdelen" }).click();
  await clerk.getByRole("button", { name: "Gekozen meldingen geven" }).click();
  await expect(clerk.getByRole("alert").filter({ hasText: "Kies ten minste één melding." })).toBeFocused();
  await expectAccessible(clerk, "the distribution desk after a refusal");

  await test.step("by a digit, and back", async () => {
    await box.focus();
    const digit = await receiver.locator("xpath=ancestor::*[@data-receiver]").getAttribute("data-receiver");
    await clerk.keyboard.press(digit ?? "");
    await expect(done).toBeVisible();
    await expect(box).toBeHidden();
    await takeBack(clerk);
  });

  await test.step("by choosing", async () => {
    await box.check();
    await receiver.check();
    await expect(clerk.getByText("1 melding gekozen")).toBeVisible();
    await clerk.getByRole("button", { name: "Gekozen meldingen geven" }).click();
    await expect(done).toBeVisible();
    await takeBack(clerk);
  });

  await test.step("by dragging", async () => {
    // So high that nothing has to scroll on the way.
    await clerk.setViewportSize({ width: 1280, height: 1400 });
    const [from, to] = await Promise.all([
      clerk.locator("[data-report]").filter({ has: box }).boundingBox(),
      clerk.locator("[data-receiver]").filter({ has: receiver }).boundingBox(),
    ]);
    if (from === null || to === null) throw new Error("there is nothing to drag");
    await clerk.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await clerk.mouse.down();
    // A browser begins to drag only when it sees the mouse go, and not when it is somewhere else at once.
    await clerk.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 15 });
    await clerk.mouse.up();
    await expect(done).toBeVisible();
  });
});

test("hours at a school that a clerk keeps stand at the report of that school", async ({ visit }) => {
  const [school, clerk] = [await visit("melder@vo.example"), await visit("administratie@gemeente.example")];
  const student = await cityStudent(firstPlace + 1);
  await fileHoliday(school, student);
  const { name, city } = student.school;
  await clerk.goto("/routering/spreekuren");
  await clerk.getByLabel("School", { exact: true }).selectOption({ label: `${name}, ${city}` });
  await clerk.getByLabel("Dag", { exact: true }).selectOption("dinsdag");
  await clerk.getByLabel("Van", { exact: true }).fill("12.00");
  await clerk.getByLabel("Tot", { exact: true }).fill("9.00");
  await clerk.getByRole("button", { name: "Spreekuur bewaren" }).click();
  await expect(clerk.getByRole("alert").filter({ hasText: "Deze tijd ligt niet na de eerste." })).toBeFocused();
  await expectAccessible(clerk, "hours at schools after a refusal");
  await clerk.getByLabel("Van", { exact: true }).fill("8.30");
  await clerk.getByRole("button", { name: "Spreekuur bewaren" }).click();
  await expect(clerk.getByRole("status")).toContainText("Het spreekuur is bewaard");
  await school.reload();
  await expect(school.getByRole("region", { name: "Op uw school" })).toContainText("dinsdag van 8.30 tot 9.00 uur");
});

async function takeBack(clerk: Page): Promise<void> {
  await clerk.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(clerk.getByRole("status").filter({ hasText: "staat weer bij wat nog niemand heeft" })).toBeVisible();
}

/** As a report comes in for which the rules of the office name nobody. */
async function putInSharedInbox(clerk: Page, reference: string): Promise<void> {
  await clerk.goto(`/werkvoorraad/${reference}`);
  await clerk.locator("summary", { hasText: "Toewijzen" }).click();
  await clerk.getByRole("button", { name: "Toewijzen" }).click();
  await expect(clerk.getByRole("status")).toBeVisible();
}
