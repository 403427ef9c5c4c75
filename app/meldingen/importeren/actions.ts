"use server";

import { z } from "zod";
import { leaveOutRow, mendedRow, mendRow, rowChoice } from "@/lib/reports/commands/mend-row.server";
import { importReading, readImport } from "@/lib/reports/commands/read-import.server";
import { dropImport, importChoice, recheckImport, sendImport } from "@/lib/reports/commands/send-import.server";
import { fromColumnsForm, fromRowForm } from "@/lib/reports/import/from-form";
import { buttonAction } from "@/lib/web/button-action.server";
import { formAction } from "@/lib/web/form-action.server";
import { readFields } from "@/lib/web/form-fields";
import { textOf } from "@/lib/web/form-state";

const page = "/meldingen/importeren";

export const readImportAction = formAction(
  z.preprocess(fromColumnsForm, importReading),
  readImport,
  ({ id }) => `${page}/${id}`,
);

export const mendRowAction = formAction(z.preprocess(fromRowForm, mendedRow), mendRow, ({ id, next }) =>
  next === null ? `${page}/${id}?klaar=goed#regels` : `${page}/${id}?klaar=goed&regel=${next}#regel-${next}`,
);

const done = (what: string) => ({
  done: ({ id }: { readonly id: string }) => `${page}/${id}?klaar=${what}#regels`,
});

export async function leaveOutAction(form: FormData): Promise<void> {
  await buttonAction(rowChoice, leaveOutRow, { ...done("niet"), refused: pageOf(form) })(form);
}

export async function sendImportAction(form: FormData): Promise<void> {
  const places = { done: () => pageOf(form), refused: pageOf(form) };
  await buttonAction(importChoice, sendImport, places)(form);
}

export async function recheckImportAction(form: FormData): Promise<void> {
  const places = { done: () => pageOf(form), refused: pageOf(form) };
  await buttonAction(importChoice, recheckImport, places)(form);
}

export async function dropImportAction(form: FormData): Promise<void> {
  await buttonAction(importChoice, dropImport, { done: () => `${page}?weg=1`, refused: pageOf(form) })(form);
}

/** The page that holds the button. */
function pageOf(form: FormData): string {
  const id = z.uuid().safeParse(textOf({ values: readFields(form) }, "id"));
  return id.success ? `${page}/${id.data}` : page;
}
