"use client";

import { type ChangeEvent, useState } from "react";
import { controlClasses, FieldFrame } from "@/components/ui/field-frame";
import type { FormOffer } from "./form-text";

/** What a step of the form takes along by itself; the rows of a larger file are looked up first. */
const bytesInForm = 150_000;
const carried = ["student.number", "student.id", "followUpTo"];

interface Answer {
  readonly text?: string;
  readonly sentence?: string;
}

/** The file of the school's own package; of one of a whole school only the rows of this student come into the form. */
export function SheetFile({ text }: { readonly text: FormOffer["sheet"] }) {
  const [fault, setFault] = useState<string>();
  const [isTaken, setTaken] = useState(false);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    const rows = target.form?.elements.namedItem("sheet.text");
    setFault(undefined);
    setTaken(false);
    if (file === undefined || file.size <= bytesInForm || !(rows instanceof HTMLTextAreaElement)) return;
    const answer = await ask(new FormData(target.form ?? undefined), file, text.fileFailed);
    target.value = "";
    if (answer.text === undefined) setFault(answer.sentence ?? text.fileFailed);
    else {
      rows.value = answer.text;
      setTaken(true);
    }
  };
  return (
    <FieldFrame text={{ name: "sheet.file", label: text.file, hint: text.fileHint, error: fault }}>
      <input
        type="file"
        id="sheet.file"
        name="sheet.file"
        accept=".csv,.txt,.xlsx"
        aria-describedby={fault === undefined ? "sheet.file-hint" : "sheet.file-fout sheet.file-hint"}
        onChange={choose}
        className={controlClasses}
      />
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {isTaken ? text.fileTaken : ""}
      </p>
    </FieldFrame>
  );
}

async function ask(form: FormData, file: File, failed: string): Promise<Answer> {
  const body = new FormData();
  for (const name of carried) body.set(name, String(form.get(name) ?? ""));
  body.set("bestand", file);
  try {
    const answer = await fetch("/meldingen/nieuw/urenstaat", { method: "POST", body });
    return answer.ok ? await answer.json() : { sentence: failed };
  } catch (error) {
    // No network: the file can be chosen again.
    if (error instanceof TypeError) return { sentence: failed };
    throw error;
  }
}
