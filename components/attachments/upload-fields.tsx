import { type ReactNode, useRef } from "react";
import { buttonClasses } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { controlClasses } from "@/components/ui/field-frame";
import type { UploadOffer } from "./upload-offer";

export interface UploadFieldWords {
  readonly kind: string;
  readonly files: string;
  readonly hint: string;
  readonly photo: string;
}

interface UploadFieldsProps {
  /** Of the field for files; the others are named after it. */
  readonly id: string;
  /** As which the chosen kind is posted. */
  readonly kindName: string;
  /** Absent: the files are sent by script alone, and never with the form around them. */
  readonly fileName?: string;
  readonly offer: UploadOffer;
  readonly onFiles: (files: readonly File[], kind: string) => void;
  readonly children: ReactNode;
}

/** Where files are chosen, dropped or, on a telephone, photographed; each is handed on as soon as it is there. */
export function UploadFields(props: UploadFieldsProps) {
  const { id, kindName, fileName, offer, onFiles, children } = props;
  const { accept, kinds, words } = offer;
  const place = useRef<HTMLDivElement>(null);
  const give = (files: FileList | null) => {
    const kind = place.current?.querySelector("select")?.value ?? "other";
    if (files !== null && files.length > 0) onFiles([...files], kind);
  };
  const giveOf = (field: HTMLInputElement) => {
    give(field.files);
    field.value = "";
  };
  return (
    // Dropping is one way more beside the field, which a keyboard reaches.
    // biome-ignore lint/a11y/noStaticElementInteractions: the field in it does the same.
    <div
      ref={place}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        give(event.dataTransfer.files);
      }}
      className="grid gap-3 rounded-lg border border-line-strong border-dashed p-3.5"
    >
      <SelectField id={`${id}-soort`} name={kindName} label={words.kind} options={kinds} width="medium" />
      <div className="grid gap-1.5">
        <label htmlFor={id} className="justify-self-start font-semibold">
          {words.files}
        </label>
        <div id={`${id}-hint`} className="max-w-text text-sm text-ink-soft">
          {words.hint}
        </div>
        <input
          type="file"
          id={id}
          name={fileName}
          multiple={true}
          accept={accept}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => giveOf(target)}
          className={controlClasses}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <label
          className={`${buttonClasses({})} hidden cursor-pointer pointer-coarse:inline-flex focus-within:outline-3 focus-within:outline-focus`}
        >
          {words.photo}
          <input
            type="file"
            accept="image/jpeg"
            capture="environment"
            onChange={({ target }) => giveOf(target)}
            className="sr-only"
          />
        </label>
        {children}
      </div>
    </div>
  );
}
