import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** A file as a person chooses it. */
export const chosen = (name: string, bytes: Buffer) => ({ name, mimeType: "application/octet-stream", buffer: bytes });

export const paperField = (page: Page) => page.getByLabel("Bestanden", { exact: true });
export const papers = (page: Page) => page.getByRole("region", { name: "Bijlagen" });

export async function download(page: Page, button: string) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
