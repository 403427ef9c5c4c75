import { expect, type Page } from "@playwright/test";
import { aPdf } from "@/tests/support/papers";
import { cityStudent } from "./desk";
import { expectAccessible } from "./look";
import { chosen, download, paperField, papers } from "./paper-form";
import { fileHoliday } from "./report-form";
import { test } from "./test";

const place = 330;

test("an office holds the papers of a report that is over, frees them, takes them over and shows how one ended", async ({
  visit,
}) => {
  const [school, office] = [await visit("melder@vo.example"), await visit("ambtenaar@gemeente.example")];
  const reference = await fileHoliday(school, await cityStudent(place));
  await paperField(school).setInputFiles([
    chosen("brief.pdf", aPdf()),
    chosen("verkeerd.pdf", aPdf("7 0 obj\n<< /Kind /B >>\nendobj\n")),
  ]);
  await expect(school.getByRole("button", { name: "verkeerd.pdf downloaden" })).toBeVisible();
  await school.reload();
  await papers(school).locator("summary", { hasText: "verkeerd.pdf verwijderen" }).click();
  await papers(school).getByRole("button", { name: "Ja, verwijder dit bestand" }).click();
  await expect(papers(school)).toContainText("De bijlage is verwijderd.");

  await office.goto(`/werkvoorraad/${reference}`);
  await expect(papers(office)).not.toContainText("tot en met");
  await close(office);
  await expect(papers(office)).toContainText("Wordt bewaard tot en met");

  await test.step("holds them, not without a reason", async () => {
    await open(office, "Langer bewaren");
    await papers(office).getByRole("button", { name: "Bijlagen langer bewaren" }).click();
    await expect(papers(office).getByRole("alert")).toContainText("Vul dit in.");
    await papers(office).getByLabel("Waarom moeten de bijlagen blijven?").fill("Er loopt een beroep");
    await expectAccessible(office, "papers about to be held");
    await papers(office).getByRole("button", { name: "Bijlagen langer bewaren" }).click();
    await expect(papers(office)).toContainText("Er loopt een beroep");
    await school.goto(`/meldingen/${reference}`);
    await expect(papers(school)).toContainText("Het kantoor bewaart deze bijlagen langer");
    await expect(school.getByText("Er loopt een beroep")).toHaveCount(0);
    await expectAccessible(office, "papers that are held");
  });

  await test.step("frees them", async () => {
    await open(office, "Langer bewaren opheffen");
    await papers(office).getByRole("button", { name: "Ja, hef het langer bewaren op" }).click();
    await expect(papers(office)).toContainText("De gewone termijnen gelden weer");
  });

  await test.step("takes them over, not before it has them", async () => {
    const handOver = papers(office).getByRole("button", { name: "Ja, 1 bijlage is overgenomen" });
    await open(office, "Overgenomen in het gemeentelijk dossier");
    await handOver.click();
    await expect(papers(office)).toContainText("1 bijlage is nog nooit gedownload door iemand van uw kantoor");
    await expectAccessible(office, "papers that nobody fetched");
    await download(office, "brief.pdf downloaden");
    await handOver.click();
    await expect(papers(office)).toContainText(
      "1 bijlage is overgenomen in het gemeentelijk dossier door Jan de Vries",
    );
  });

  const proof = await download(office, "Bewijs van vernietiging downloaden (csv)");
  expect(proof.name).toBe(`bewijs-van-vernietiging ${reference}.csv`);
  expect(proof.bytes.toString()).toContain("verwijderd door wie het verstuurde");
  expect(proof.bytes.toString()).not.toContain("verkeerd");
});

const open = (page: Page, summary: string) =>
  papers(page).locator("summary").getByText(summary, { exact: true }).click();

async function close(office: Page): Promise<void> {
  await office.locator("summary", { hasText: "Afsluiten" }).click();
  await office.getByLabel("Wat gebeurt er verder?").selectOption({ label: "Er volgt geen actie meer" });
  await office.getByLabel("Waarom sluit u af?").selectOption({ label: "Terug naar school" });
  await office.getByRole("button", { name: "Melding afsluiten" }).click();
  await expect(office.getByText("De melding is afgesloten", { exact: true })).toBeVisible();
}
