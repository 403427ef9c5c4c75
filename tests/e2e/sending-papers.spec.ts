import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { partBytes } from "@/lib/attachments/parts";
import { aPdf, aPhoto } from "@/tests/support/papers";
import { cityStudent } from "./desk";
import { expectAccessible } from "./look";
import { chosen, download, paperField, papers } from "./paper-form";
import { fileHoliday, nameStudent, next, tellHoliday } from "./report-form";
import { test } from "./test";

const firstPlace = 345;
const mebibyte = 1024 * 1024;
const onTheWay = (page: Page) => page.getByRole("list", { name: "Wat u toevoegt" });
const kept = (page: Page, name: string) => papers(page).getByRole("button", { name: `${name} downloaden` });

test("files that are dragged, pasted or photographed are sent as those that are chosen", async ({ visit }) => {
  const phone = { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true };
  const [desk, telephone] = [await visit("melder@vo.example"), await visit("melder@vo.example", phone)];
  const reference = await fileHoliday(desk, await cityStudent(firstPlace));
  const dragged = aPdf("7 0 obj\n<< /Kind /Dragged >>\nendobj\n");
  await dropFile(desk, paperField(desk), { name: "gesleept.pdf", bytes: dragged });
  await expect(kept(desk, "gesleept.pdf")).toBeVisible();
  expect((await download(desk, "gesleept.pdf downloaden")).bytes).toEqual(dragged);

  await pasteFile(desk, { name: "geplakt.txt", text: "Sami was er niet." });
  await expect(kept(desk, "geplakt.txt")).toBeVisible();

  await telephone.goto(`/meldingen/${reference}`);
  const [camera] = await Promise.all([
    telephone.waitForEvent("filechooser"),
    telephone.getByText("Foto maken", { exact: true }).tap(),
  ]);
  await camera.setFiles(chosen("briefje.jpg", await aPhoto({ side: 300, hasPlace: true })));
  await expect(kept(telephone, "briefje.jpg")).toBeVisible();
  await expectAccessible(telephone, "a report with papers on a telephone");
});

test("when the line breaks, a large file goes on where it was, no part twice, and is kept as it was sent", async ({
  visit,
}) => {
  const school = await visit("melder@vo.example", { mayComplain: /ERR_CONNECTION_RESET/ });
  await fileHoliday(school, await cityStudent(firstPlace + 1));
  const sent = partsIn(school);
  let breaks = 1;
  await school.route("**/bijlagen/delen/*/2", async (part) => {
    if (breaks === 0) return part.continue();
    breaks -= 1;
    await part.abort("connectionreset");
  });
  const list = aList(4.5 * partBytes);
  await paperField(school).setInputFiles(chosen("verzuim.txt", list));
  await expect(onTheWay(school)).toContainText("De verbinding viel weg");
  await expect(kept(school, "verzuim.txt")).toBeVisible();
  expect(sent()).toEqual(["0", "1", "2", "3", "4"]);
  expect((await download(school, "verzuim.txt downloaden")).bytes).toEqual(list);
});

test("the bar says how much is on the other side; what was stopped goes on from there", async ({ visit }) => {
  const school = await visit("melder@vo.example", { mayComplain: /ERR_FAILED|ERR_ABORTED/ });
  await fileHoliday(school, await cityStudent(firstPlace + 2));
  const sent = partsIn(school);
  const held = Promise.withResolvers<void>();
  await school.route("**/bijlagen/delen/*/2", async (part) => {
    await held.promise;
    await part.continue().catch(() => undefined);
  });
  await paperField(school).setInputFiles(chosen("lang.txt", aList(4 * partBytes)));
  await expect(onTheWay(school).getByRole("progressbar", { name: "lang.txt" })).toHaveJSProperty("value", 50);
  await expect(onTheWay(school)).toContainText("50% verstuurd");
  await expectAccessible(school, "a report while a paper is on its way");

  await school.getByRole("button", { name: "lang.txt: Stoppen" }).click();
  await expect(onTheWay(school)).toContainText("Gestopt");
  await expect(kept(school, "lang.txt")).toBeHidden();
  held.resolve();
  await school.getByRole("button", { name: "lang.txt: Opnieuw versturen" }).click();
  await expect(kept(school, "lang.txt")).toBeVisible();
  expect(sent()).toEqual(["0", "1", "2", "3"]);
  await expect(papers(school)).toContainText("1 van 10");
});

test("a page that went while a file was on its way says so afterwards, and the file chosen again goes on from there", async ({
  visit,
}) => {
  const school = await visit("melder@vo.example", { mayComplain: /ERR_FAILED|ERR_ABORTED/ });
  await fileHoliday(school, await cityStudent(firstPlace + 4));
  const [sent, list] = [partsIn(school), aList(4 * partBytes)];
  await breakOffAt(school, 2, () => paperField(school).setInputFiles(chosen("afgebroken.txt", list)));
  await school.reload();
  const half = school.getByRole("list", { name: "Half verstuurd" });
  await expect(half).toContainText("afgebroken.txt");
  await expect(half).toContainText("50% verstuurd");
  await expect(half).toContainText("Kies hetzelfde bestand opnieuw");
  expect(await school.evaluate(() => JSON.stringify([sessionStorage, localStorage]))).not.toContain("afgebroken");
  await expectAccessible(school, "a report with a paper that was half sent");

  await paperField(school).setInputFiles(chosen("iets anders.txt", aList(partBytes + 1)));
  await expect(kept(school, "iets anders.txt")).toBeVisible();
  await expect(half).toContainText("afgebroken.txt");
  expect(sent().splice(0)).toEqual(["0", "1", "0", "1"]);

  await paperField(school).setInputFiles(chosen("afgebroken.txt", list));
  await expect(kept(school, "afgebroken.txt")).toBeVisible();
  await expect(half).toBeHidden();
  expect(sent()).toEqual(["2", "3"]);
  expect((await download(school, "afgebroken.txt downloaden")).bytes).toEqual(list);
  await school.reload();
  await expect(papers(school)).toContainText("2 van 10");
  await expect(half).toBeHidden();
});

test("so does a form that is still being written, and what is not wanted any more is let go", async ({ visit }) => {
  const school = await visit("melder@vo.example", { mayComplain: /ERR_FAILED|ERR_ABORTED/ });
  await nameStudent(school, await cityStudent(firstPlace + 5));
  await tellHoliday(school);
  await next(school).click();
  await expect(paperField(school)).toBeVisible();
  await expect(school).toHaveURL(/concept=/);
  const sent = partsIn(school);
  for (const name of ["eerste.txt", "tweede.txt"]) {
    const list = aList(name === "eerste.txt" ? 3 * partBytes : 2 * partBytes);
    await breakOffAt(school, 1, () => paperField(school).setInputFiles(chosen(name, list)));
    await school.reload();
    await expect(next(school).or(paperField(school)).first()).toBeVisible();
    if (await next(school).isVisible()) await next(school).click();
  }
  const half = school.getByRole("list", { name: "Half verstuurd" });
  await expect(half.getByRole("listitem")).toHaveCount(2);
  await school.getByRole("button", { name: "tweede.txt: Laat maar" }).click();
  await expect(half.getByRole("listitem")).toHaveCount(1);
  expect(sent().splice(0)).toEqual(["0", "0"]);
  await paperField(school).setInputFiles(chosen("eerste.txt", aList(3 * partBytes)));
  await expect(papers(school).getByRole("button", { name: "eerste.txt weghalen" })).toBeVisible();
  await expect(half).toBeHidden();
  expect(sent()).toEqual(["1", "2"]);
});

test("what comes whole is kept to the byte at each edge of what may come; what is cut or too large leaves nothing", async ({
  visit,
}) => {
  const school = await visit("melder@vo.example");
  const reference = await fileHoliday(school, await cityStudent(firstPlace + 3));
  const edges = [mebibyte, 10 * mebibyte].flatMap((edge) => [edge - 1, edge, edge + 1]);
  const may = edges.filter((size) => size <= 10 * mebibyte);
  for (const size of edges) {
    const answer = await sendWhole(school, { reference, name: `${size}.txt`, bytes: aList(size) });
    if (may.includes(size)) expect(answer).toMatchObject({ state: "clean" });
    else expect(answer).toMatchObject({ code: "file-too-large", canRetry: false });
  }
  for (const cut of [mebibyte - 1, mebibyte, mebibyte + 1, 5 * mebibyte, 10 * mebibyte - 1])
    await breakOff(school, { reference, name: "half.txt", bytes: aList(10 * mebibyte), after: cut });
  await school.reload();
  await expect(papers(school)).toContainText(`${may.length} van 10`);
  await expect(papers(school)).not.toContainText("half.txt");
  for (const size of may)
    expect((await download(school, `${size}.txt downloaden`)).bytes.equals(aList(size))).toBe(true);
});

/** Begins to send, and holds it up before this part. */
async function breakOffAt(page: Page, position: number, begin: () => Promise<void>): Promise<void> {
  const reached = Promise.withResolvers<void>();
  const address = `**/bijlagen/delen/*/${position}`;
  await page.route(address, async (part) => {
    reached.resolve();
    await part.abort().catch(() => undefined);
  });
  await begin();
  await reached.promise;
  await page.unroute(address);
}

interface SentPaper {
  readonly reference: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** As the page sends a small file: in one form, with its size and fingerprint. */
async function sendWhole(page: Page, { reference, name, bytes }: SentPaper): Promise<unknown> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const answer = await page.request.post(`/bijlagen/${reference}`, {
    headers: { origin: new URL(page.url()).origin, accept: "application/json" },
    multipart: { kind: "other", size: String(bytes.length), sha256, bestand: chosen(name, bytes) },
  });
  return answer.json();
}

/** Sends so much of a form with a file and then breaks the line, as when a cable is pulled. */
async function breakOff(page: Page, { reference, name, bytes, after }: SentPaper & { readonly after: number }) {
  const { origin, hostname, port } = new URL(page.url());
  const cookies = await page.context().cookies();
  const head = `--cut\r\nContent-Disposition: form-data; name="bestand"; filename="${name}"\r\n\r\n`;
  const form = Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n--cut--\r\n")]);
  const sending = request({
    hostname,
    port,
    path: `/bijlagen/${reference}`,
    method: "POST",
    headers: {
      origin,
      host: `${hostname}:${port}`,
      cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join("; "),
      accept: "application/json",
      "content-type": "multipart/form-data; boundary=cut",
      "content-length": form.length,
    },
  });
  const ended = new Promise<unknown>((resolve) => sending.once("error", resolve).once("response", resolve));
  sending.write(form.subarray(0, after), () => sending.destroy(new Error("the cable was pulled")));
  expect(await ended).toMatchObject({ message: "the cable was pulled" });
}

/** The parts that arrived, in the order in which the desk answered. */
function partsIn(page: Page): () => string[] {
  const arrived: string[] = [];
  page.on("response", (answer) => {
    const part = /\/bijlagen\/delen\/[^/]+\/(\d+)$/.exec(new URL(answer.url()).pathname)?.[1];
    if (part !== undefined && answer.ok()) arrived.push(part);
  });
  return () => arrived;
}

/** As the browser itself lets go of a file that was dragged in from a folder: refused where nothing takes it. */
async function dropFile(
  page: Page,
  at: Locator,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "drag-"));
  try {
    const place = path.join(folder, file.name);
    await writeFile(place, file.bytes);
    await at.scrollIntoViewIfNeeded();
    const box = await at.boundingBox();
    if (box === null) throw new Error("there is no place to drop a file");
    const browser = await page.context().newCDPSession(page);
    const data = { items: [], files: [place], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await browser.send("Input.dispatchDragEvent", { type, x: box.x + 4, y: box.y - 8, data });
    await expect(page.getByText(file.name, { exact: true }).first()).toBeVisible();
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function pasteFile(page: Page, file: { readonly name: string; readonly text: string }): Promise<void> {
  await page.evaluate(({ name, text }) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([text], name, { type: "text/plain" }));
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, file);
}

/** A long list as a school's package writes it, no two lines alike. */
function aList(length: number): Buffer {
  const lines = Array.from({ length: Math.ceil(length / 16) }, (_, line) => `${String(line).padStart(15, "0")}\n`);
  return Buffer.from(lines.join("").slice(0, length));
}
