import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import type { OpenDatabase } from "@/prisma/embedded";
import { withClient } from "@/prisma/roles";
import type { SeedStudent } from "@/prisma/seed/students";
import { freePort, hasClamd, openClamd } from "@/tests/support/clamd";
import { aDocument, aPdf, eicar } from "@/tests/support/papers";
import { openS3 } from "@/tests/support/s3rver";
import { cityStudent } from "./desk";
import { databaseOfDesk, startWeb, startWorker, untilReady } from "./desk-beside";
import { chosen, download, paperField, papers } from "./paper-form";
import { fileHoliday, nameStudent, next, sendReport, tellHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 360;
/** After those of the stores. */
const firstOfFiled = 3;

let database: OpenDatabase;
let directory: string;
let s3: Awaited<ReturnType<typeof openS3>>;
let scanner: Awaited<ReturnType<typeof openClamd>>;
let scannerPort: number;

test.skip(() => !hasClamd(), "there is no virus scanner here");

test.beforeAll(async () => {
  test.setTimeout(180_000);
  scannerPort = await freePort();
  directory = await mkdtemp(path.join(tmpdir(), "papers-"));
  [database, s3, scanner] = await Promise.all([databaseOfDesk(), openS3(), openClamd(scannerPort)]);
});

test.afterAll(async () => {
  await Promise.all([scanner.close(), s3.close(), database.close()]);
  await rm(directory, { recursive: true, force: true });
});

interface Store {
  readonly place: number;
  readonly setting: () => string;
  /** Of this report when the store is shared, else of all that lies in it. */
  readonly countPapers: (reference: string) => Promise<number>;
}

const stores: Readonly<Record<string, Store>> = {
  "in the database": { place: firstPlace, setting: () => "database", countPapers: countInDatabase },
  "in a directory": {
    place: firstPlace + 1,
    setting: () => `directory:${directory}`,
    countPapers: async () => {
      const found = await readdir(directory, { recursive: true, withFileTypes: true });
      return found.filter((entry) => entry.isFile()).length;
    },
  },
  "at a server that speaks S3": {
    place: firstPlace + 2,
    setting: () => s3.setting,
    countPapers: () => s3.countObjects(),
  },
};

function countInDatabase(reference: string): Promise<number> {
  return withClient(database.deskUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT count(DISTINCT object_key)::int AS count FROM attachment_pieces
         JOIN attachments USING (object_key) JOIN reports r ON r.id = report_id WHERE r.reference = $1`,
      [reference],
    );
    return rows[0]["count"];
  });
}

const waits = /Wacht sinds .+ \d{1,2}\.\d\d uur op de controle op virussen/;

/** A paper that goes along while the scanner is away says before and after sending that it waits; answers the number. */
async function fileWithWaiting(page: Page, student: SeedStudent): Promise<string> {
  await nameStudent(page, student);
  await tellHoliday(page);
  await next(page).click();
  await paperField(page).setInputFiles([chosen("vooraf.txt", Buffer.from(`Voor ${student.number}.`))]);
  await expect(page.getByRole("list", { name: "Deze bestanden gaan mee" })).toContainText(waits);
  await expect(papers(page)).not.toContainText("niet op virussen gecontroleerd");
  const reference = await sendReport(page);
  await expect(papers(page)).toContainText(waits);
  return reference;
}

const openButton = (page: Page, name: string) => page.getByRole("button", { name: `${name} downloaden` });

for (const [where, { place, setting, countPapers }] of Object.entries(stores)) {
  test(`school and officer exchange papers that lie ${where}, with a scanner in between`, async ({
    visit,
    request,
  }) => {
    const own = {
      ...database.environment,
      ATTACHMENT_STORE: setting(),
      CLAMD_URL: `tcp://127.0.0.1:${scannerPort}`,
    };
    const web = await startWeb(own);
    await untilReady(request, web.address);
    const at = { baseURL: web.address };
    const [school, office] = [await visit("melder@vo.example", at), await visit("ambtenaar@gemeente.example", at)];
    const reference = await fileHoliday(school, await cityStudent(place));

    // Larger than a part.
    const sheet = aPdf(`% ${"verzuim ".repeat(200_000)}\n`);
    await paperField(school).setInputFiles([chosen("verzuimstaat.pdf", sheet), chosen("ziek.txt", Buffer.from(eicar))]);
    await expect(school.getByRole("list", { name: "Wat u toevoegt" })).toContainText("In dit bestand zit een virus");
    await expect(openButton(school, "verzuimstaat.pdf")).toBeVisible();
    await office.goto(`/werkvoorraad/${reference}`);
    expect(await download(office, "verzuimstaat.pdf downloaden")).toEqual({ name: "verzuimstaat.pdf", bytes: sheet });
    await expect(papers(office)).not.toContainText("ziek");

    const letter = await aDocument();
    await paperField(office).setInputFiles([chosen("brief.docx", letter)]);
    await expect(openButton(office, "brief.docx")).toBeVisible();
    await school.goto(`/meldingen/${reference}`);
    expect(await download(school, "brief.docx downloaden")).toEqual({ name: "brief.docx", bytes: letter });

    await scanner.close();
    const late = Buffer.from("Sami was die dag bij de dokter.");
    await paperField(school).setInputFiles([chosen("toelichting.txt", late)]);
    await expect(papers(school)).toContainText(waits);
    await office.goto(`/werkvoorraad/${reference}`);
    await expect(papers(office)).toContainText(waits);
    await expect(openButton(office, "toelichting.txt")).toHaveCount(0);
    expect(await countPapers(reference)).toBe(3);
    const second = await fileWithWaiting(school, await cityStudent(place + firstOfFiled));

    scanner = await openClamd(scannerPort);
    const worker = startWorker(own);
    await expect(async () => {
      await office.goto(`/werkvoorraad/${reference}`);
      await expect(openButton(office, "toelichting.txt")).toBeVisible({ timeout: 500 });
    }).toPass();
    expect(await download(office, "toelichting.txt downloaden")).toEqual({ name: "toelichting.txt", bytes: late });
    await office.goto(`/werkvoorraad/${second}`);
    await expect(openButton(office, "vooraf.txt")).toBeVisible();

    await school.goto(`/meldingen/${reference}`);
    await school.locator("summary", { hasText: "verzuimstaat.pdf verwijderen" }).click();
    await school.getByRole("button", { name: "Ja, verwijder dit bestand" }).click();
    await expect(papers(school)).toContainText("De bijlage is verwijderd.");
    // One of the second report lies beside them, where the store is counted whole.
    expect(await countPapers(reference)).toBe(2 + (setting() === "database" ? 0 : 1));
    // A page that is open holds its web.
    await Promise.all([school.close(), office.close()]);
    await Promise.all([worker.end(), web.end()]);
  });
}
