import { parentPort } from "node:worker_threads";
import { type PDFiumDocument, PDFiumLibrary } from "@hyzyla/pdfium";
import type { DrawnPage, DrawnPages, WantedPages } from "./drawn-pages";

/** In points; what is longer is drawn smaller. */
const sideMax = 1_400;
const wantedWidth = 1_100;
const lettersMax = 20_000;

/**
 * Draws pages of a PDF. A program of its own, in a sandbox (WebAssembly) within a thread that can be ended: a file that
 * hangs it costs nobody anything.
 */
parentPort?.once("message", async ({ bytes, from, count }: WantedPages) => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const pageCount = document.getPageCount();
  const pages: DrawnPage[] = [];
  for (let at = from; at < Math.min(from + count, pageCount); at += 1) pages.push(await draw(document, at));
  const drawn: DrawnPages = { pageCount, pages };
  parentPort?.postMessage(drawn);
});

async function draw(document: PDFiumDocument, at: number): Promise<DrawnPage> {
  const page = document.getPage(at);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(wantedWidth / originalWidth, sideMax / Math.max(originalWidth, originalHeight), 3);
  // Read first: a page that was drawn lets nobody read it any more.
  const text = page.getText().slice(0, lettersMax).trim();
  const { width, height, data } = await page.render({ scale, render: "bitmap" });
  return { width, height, pixels: data, text };
}
