import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import type { SeedStudent } from "@/prisma/seed/students";
import { cityStudent, studentsWithoutReport } from "./desk";
import { expectAccessible } from "./look";
import { chooseType, fileHoliday, nameStudent, next, send, sendReport, summary, tellHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 45;

test.describe.configure({ mode: "parallel", timeout: 240_000 });

test("the pages before signing in can be used by everybody", async ({ visit }) => {
  const page = await visit(null, { mayComplain: /404/ });
  for (const address of [
    "/inloggen",
    "/inloggen?uitgelogd=1",
    "/inloggen?terug=/account",
    "/hulp",
    "/uitnodiging/nergens",
    "/bestaat-niet",
  ]) {
    await page.goto(address);
    await expectPage(page, address);
  }
  await page.goto("/inloggen");
  await page.getByLabel("E-mailadres").fill("niemand@nergens.example");
  await page.getByLabel("Wachtwoord", { exact: true }).fill("niet het wachtwoord");
  await page.getByRole("button", { name: "Inloggen" }).click();
  await expect(summary(page)).toContainText("Dit e-mailadres en dit wachtwoord horen niet bij elkaar.");
  await expect(page.getByLabel("E-mailadres")).toHaveValue("niemand@nergens.example");
  await expectPage(page, "a sign-in that was refused");
});

test("each step and state of the report form can be used by everybody", async ({ visit }) => {
  const [page, student] = [await visit("melder@vo.example"), await cityStudent(firstPlace)];
  await page.goto("/meldingen/nieuw");
  await expectPage(page, "the first step");
  await next(page).click();
  await expect(summary(page)).toBeVisible();
  await expectPage(page, "the first step with faults");
  await wide(page);
  await nameStudent(page, student);
  await expectPage(page, "the second step", student);
  await next(page).click();
  await expect(summary(page)).toBeVisible();
  await expectPage(page, "the second step with faults", student);
  await chooseType(page, "sixteen_hours_in_four_weeks");
  await page.getByLabel("Eerste dag").fill("9-11-2026");
  await expectPage(page, "the second step with hours", student);
  await chooseType(page, "late_arrival");
  await expectPage(page, "the second step with arrivals", student);
  await tellHoliday(page);
  await next(page).click();
  await expect(send(page)).toBeVisible();
  await expectPage(page, "the page before sending", student);
  await sendReport(page);
  await expectPage(page, "the page after sending", student);
});

test("the pages of a school can be used by everybody", async ({ visit }) => {
  const [page, student] = [await visit("melder@vo.example"), await cityStudent(firstPlace + 1)];
  const reference = await fileHoliday(page, student);
  for (const part of ["", "/afdruk", "/aanpassen", "/intrekken"]) {
    await page.goto(`/meldingen/${reference}${part}`);
    await expectPage(page, `the report${part}`, student);
  }
  await wide(page);
  await page.getByRole("button", { name: "Melding intrekken" }).click();
  await expect(summary(page)).toBeVisible();
  await expectPage(page, "a withdrawal without a reason", student);
  for (const address of [
    "/meldingen",
    "/meldingen?lijst=afgehandeld",
    "/meldingen?lijst=alles",
    "/meldingen?na=nergens",
    "/berichten",
    "/account",
    "/hulp",
  ]) {
    await page.goto(address);
    await expectPage(page, address);
  }
});

test("the pages of an office can be used by everybody", async ({ visit }) => {
  const page = await visit("ambtenaar@gemeente.example");
  for (const list of ["mine", "overdue", "urgent", "unassigned", "team", "done"]) {
    await page.goto(`/werkvoorraad?lijst=${list}`);
    await expectPage(page, `the list ${list}`);
  }
  await page.goto("/werkvoorraad?melding=nergens");
  await expectPage(page, "a number that is none");
  const unhurried = await visit("melder@vo.example");
  const student = await cityStudent(firstPlace + 2);
  const reference = await fileHoliday(unhurried, student);
  await page.goto(`/werkvoorraad?gekozen=${reference}`);
  await expectPage(page, "a report beside the list", student);
  for (const query of ["", "?doe=gebeld", "?doe=vastleggen", "?doe=kennisgeving", "/afdruk"]) {
    await page.goto(`/werkvoorraad/${reference}${query}`);
    await expectPage(page, `the case ${query}`, student);
  }
  await wide(page);
  await page.goto(`/werkvoorraad/${reference}`);
  await page.getByRole("button", { name: "Oppakken" }).click();
  await expect(page.getByRole("status")).toContainText("U heeft de melding in behandeling");
  await expectPage(page, "the case after taking it up", student);
  await wide(page);
  await page.locator("summary", { hasText: "Afsluiten" }).click();
  await page.getByRole("button", { name: "Melding afsluiten" }).click();
  await expect(summary(page)).toBeVisible();
  await expectPage(page, "the case with faults", student);
});

test("the pages of administration can be used by everybody", async ({ visit }) => {
  const [student] = await studentsWithoutReport({ brin: "00AH", kind: "abroad" });
  if (student === undefined) throw new Error("the demo world has too few students");
  const reference = await fileHoliday(await visit("melder@vo.example"), student);
  const desk = await visit("beheer@loket.example");
  for (const address of [
    "/routering",
    `/routering/${reference}`,
    `/routering/${reference}?kantoor=Enschede`,
    `/routering/${reference}?kantoor=Nergens`,
    "/beheer",
    "/beheer?zoek=Twente",
    "/beheer/postvak",
    "/beheer/bewaren",
    "/account",
  ]) {
    await desk.goto(address);
    await expectPage(desk, address, student);
  }
  await wide(desk);
  await desk.goto("/beheer/postvak");
  await desk.locator("tbody a").first().click();
  await expect(desk).toHaveURL(/postvak\/./);
  await expectPage(desk, "a letter");

  const school = await visit("beheerder@roc.example");
  await school.goto("/beheer");
  await expectPage(school, "the people of a school");
  await wide(school);
  await school.locator("tbody a").first().click();
  await expect(school).toHaveURL(/mensen/);
  await expectPage(school, "a person");
  await school.goto("/beheer");
  await school.getByRole("link", { name: "Collega uitnodigen" }).click();
  await expect(school).toHaveURL(/uitnodigen/);
  await expectPage(school, "an invitation");
  await wide(school);
  await school.getByRole("button", { name: "Uitnodiging versturen" }).click();
  await expect(summary(school)).toBeVisible();
  await expectPage(school, "an invitation with faults");

  const auditor = await visit("auditor@loket.example");
  await auditor.goto("/beheer/toegangslog");
  await expectPage(auditor, "the access log");
});

test("in English the desk is English", async ({ visit }) => {
  const dutch = /\b(uw|wordt|heeft|niet|nog|geen|melding|meldingen|leerling|kies|vul|klaar|sinds)\b/i;
  const page = await visit(null);
  await page.goto("/inloggen");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expectWithout(page, dutch);
  await page.goto("/hulp");
  await expectWithout(page, dutch);
  const locale = await page.context().cookies();
  for (const [email, addresses] of [
    ["melder@vo.example", ["/meldingen", "/meldingen/nieuw", "/account", "/berichten"]],
    ["ambtenaar@gemeente.example", ["/werkvoorraad", "/werkvoorraad?lijst=done"]],
    ["beheer@loket.example", ["/routering", "/beheer"]],
  ] as const) {
    const seated = await visit(email);
    await seated.context().addCookies(locale);
    for (const address of addresses) {
      await seated.goto(address);
      await expect(seated.locator("html")).toHaveAttribute("lang", "en");
      await expectWithout(seated, dutch);
    }
  }
});

test("every example of every component can be used by everybody", async ({ visit }) => {
  const page = await visit(null);
  await page.goto("/inloggen");
  const classes = (await page.locator("html").getAttribute("class")) ?? "";
  const sheets = await page
    .locator('link[rel="stylesheet"]')
    .evaluateAll((links) => links.map((link) => link.outerHTML));
  const examples = await drawExamples();
  let shown = "";
  await page.route("**/voorbeeld", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: shown }));
  for (const [name, html] of Object.entries(examples)) {
    const body = name.startsWith("frame") ? html : `<main style="padding: 1rem">${html}</main>`;
    shown = `<!doctype html><html lang="nl" class="${classes}"><head><title>${name}</title>${sheets.join("")}</head><body>${body}</body></html>`;
    await page.goto("/voorbeeld");
    await expectAccessible(page, name);
  }
});

/** Drawn by a program of its own: Playwright compiles JSX to something that React cannot draw. */
async function drawExamples(): Promise<Record<string, string>> {
  const program = path.join(import.meta.dirname, "..", "support", "draw-examples.tsx");
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", program], {
    maxBuffer: 50_000_000,
  });
  return z.record(z.string(), z.string()).parse(JSON.parse(stdout));
}

/** A title stays in the history of a shared computer: it names the desk, and no student. */
async function expectPage(page: Page, name: string, student?: SeedStudent): Promise<void> {
  await expect(page).toHaveTitle(/Verzuimloket/);
  const title = await page.title();
  if (student !== undefined) {
    expect(title).not.toContain(student.names["last_name"]);
    expect(title).not.toContain(student.names["first_name"]);
    expect(page.url()).not.toContain(student.number);
  }
  await expectAccessible(page, name);
}

const wide = (page: Page) => page.setViewportSize({ width: 1280, height: 800 });

async function expectWithout(page: Page, words: RegExp): Promise<void> {
  const lines = (await page.locator("body").allInnerTexts()).flatMap((text) => text.split("\n"));
  const quoted = /Demonstratie|Nederlands/;
  expect(lines.filter((line) => words.test(line) && !quoted.test(line))).toEqual([]);
}
