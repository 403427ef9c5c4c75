"use client";

import { type ChangeEvent, type FormEvent, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, type SelectOption } from "@/components/ui/field";
import { controlClasses } from "@/components/ui/field-frame";
import { UploadList, type UploadListWords } from "./upload-list";
import { useUploads } from "./use-uploads";

export interface UploadWords extends UploadListWords {
  readonly kind: string;
  readonly files: string;
  readonly hint: string;
  readonly drop: string;
  readonly button: string;
}

interface UploadFormProps {
  readonly address: string;
  readonly accept: string;
  readonly bytesMax: number;
  readonly kinds: readonly SelectOption[];
  readonly words: UploadWords;
}

/**
 * Sends papers. Without script a plain form with files; with it each file goes by itself as soon as it is chosen,
 * dropped or pasted, with how far it is, and can be stopped and sent again.
 */
export function UploadForm({ address, accept, bytesMax, kinds, words }: UploadFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { uploads, add, cancel, retry } = useUploads({ address, bytesMax, words });
  const send = (files: FileList | null) => {
    const kind = String(new FormData(form.current ?? undefined).get("kind") ?? "other");
    if (files !== null) add([...files], kind);
  };
  usePasted(send);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const field = form.current?.elements.namedItem("bestand");
    if (field instanceof HTMLInputElement) {
      send(field.files);
      field.value = "";
    }
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    send(target.files);
    target.value = "";
  };
  return (
    <>
      <form
        ref={form}
        method="post"
        action={address}
        encType="multipart/form-data"
        onSubmit={submit}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          send(event.dataTransfer.files);
        }}
        className="grid gap-3 rounded-lg border border-line-strong border-dashed p-3.5"
      >
        <SelectField name="kind" label={words.kind} options={kinds} width="medium" />
        <div className="grid gap-1.5">
          <label htmlFor="bestand" className="justify-self-start font-semibold">
            {words.files}
          </label>
          <div id="bestand-hint" className="max-w-text text-sm text-ink-soft">
            {words.hint}
          </div>
          <input
            type="file"
            id="bestand"
            name="bestand"
            multiple={true}
            accept={accept}
            aria-describedby="bestand-hint"
            onChange={choose}
            className={controlClasses}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit">{words.button}</Button>
          <p className="text-sm text-ink-soft">{words.drop}</p>
        </div>
      </form>
      <UploadList uploads={uploads} words={words} onCancel={cancel} onRetry={retry} />
    </>
  );
}

/** Only files: text that is pasted goes where it always goes. */
function usePasted(send: (files: FileList) => void) {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (files !== undefined && files.length > 0) latest.current(files);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);
}
