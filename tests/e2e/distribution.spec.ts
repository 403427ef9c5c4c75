import { expect, type Locator, type Page } from "@playwright/test";
import { cityStudent } from "./desk";
import { tabTo } from "./keys";
import { expectAccessible } from "./look";
import { fileHoliday, nameOf } from "./report-form";
import { test } from "./test";

const firstPlace = 250;
const dayPlace = 400;
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

test("a clerk's day, with the keyboard alone: put back, distribute, take back, and keep hours at a school", async ({
  visit,
}) => {
  test.setTimeout(120_000);
  const [school, clerk] = [await visit("melder@vo.example"), await visit("administratie@gemeente.example")];
  const student = await cityStudent(dayPlace);
  const reference = await fileHoliday(school, student);
  const { keyboard } = clerk;
  const press = async (target: Locator, key = "Enter") => {
    await tabTo(clerk, target);
    await keyboard.press(key);
  };

  await test.step("back to the shared inbox", async () => {
    await clerk.goto(`/werkvoorraad/${reference}`);
    await press(clerk.locator("summary", { hasText: "Toewijzen" }));
    await press(clerk.getByRole("button", { name: "Toewijzen" }));
    await expect(clerk.getByRole("status")).toBeVisible();
  });

  await test.step("to a colleague by a digit, and back", async () => {
    await clerk.goto("/werkvoorraad");
    await press(clerk.getByRole("link", { name: "Verdelen" }));
    const box = clerk.getByRole("checkbox", { name: nameOf(student) });
    await expectAccessible(clerk, "the distribution desk");
    await giveByKey(clerk, box);
    await press(clerk.getByRole("button", { name: "Ongedaan maken" }));
    await expect(clerk.getByRole("status").filter({ hasText: "staat weer bij wat nog niemand heeft" })).toBeVisible();
    await giveByKey(clerk, box);
  });

  await test.step("hours at a school", async () => {
    const { name, city } = student.school;
    await clerk.goto("/routering/spreekuren");
    await tabTo(clerk, clerk.getByLabel("School", { exact: true }));
    await keyboard.type(`${name}, ${city}`);
    await tabTo(clerk, clerk.getByLabel("Dag", { exact: true }));
    await keyboard.type("donderdag");
    await tabTo(clerk, clerk.getByLabel("Van", { exact: true }));
    await keyboard.type("13.00");
    await tabTo(clerk, clerk.getByLabel("Tot", { exact: true }));
    await keyboard.type("14.00\n");
    await expect(clerk.getByRole("status")).toContainText("Het spreekuur is bewaard");
    await expectAccessible(clerk, "hours at schools");
    await school.reload();
    await expect(school.getByRole("region", { name: "Op uw school" })).toContainText(
      "donderdag van 13.00 tot 14.00 uur",
    );
  });
});

/** Walks to the report, chooses it, and gives it by the digit of the colleague. */
async function giveByKey(clerk: Page, box: Locator): Promise<void> {
  const { keyboard } = clerk;
  const receiver = clerk.getByRole("radio", { name: colleague }).locator("xpath=ancestor::*[@data-receiver]");
  await expect(async () => {
    await keyboard.press("j");
    await expect(box).toBeFocused({ timeout: 200 });
  }).toPass();
  await keyboard.press("Space");
  await expect(clerk.getByText("1 melding gekozen")).toBeVisible();
  await keyboard.press((await receiver.getAttribute("data-receiver")) ?? "");
  await expect(clerk.getByRole("status").filter({ hasText: `gegeven aan ${colleague}` })).toBeVisible();
}

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
