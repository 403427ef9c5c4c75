import { type ReactNode, useRef } from "react";
import { buttonClasses } from "@/components/ui/button";
import { SelectField, type SelectOption } from "@/components/ui/field";
import { controlClasses } from "@/components/ui/field-frame";
import type { UploadOffer } from "./upload-offer";
import { usePasted } from "./use-pasted";

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
  /** Files that are pasted on the page come here; of more of these on a page, one. */
  readonly isForPasted: boolean;
  readonly onFiles: (files: readonly File[], kind: string) => void;
  readonly children: ReactNode;
}

/** Where files are chosen, dropped or, on a telephone, photographed; each is handed on as soon as it is there. */
export function UploadFields(props: UploadFieldsProps) {
  const { id, kindName, fileName, offer, isForPasted, onFiles, children } = props;
  const { accept, kinds, words } = offer;
  const place = useRef<HTMLFieldSetElement>(null);
  const give = (files: FileList | null) => {
    const kind = place.current?.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${kindName}"]`)?.value;
    if (files !== null && files.length > 0) onFiles([...files], kind ?? "other");
  };
  usePasted(isForPasted ? give : null);
  const giveOf = (field: HTMLInputElement) => {
    give(field.files);
    field.value = "";
  };
  return (
    <fieldset
      ref={place}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        give(event.dataTransfer.files);
      }}
      className="grid min-w-0 gap-3 rounded-lg border border-line-strong border-dashed p-3.5"
    >
      <KindField id={`${id}-soort`} name={kindName} label={words.kind} kinds={kinds} />
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
        <div className="hidden pointer-coarse:block">
          <label
            className={`${buttonClasses({})} cursor-pointer focus-within:outline-3 focus-within:outline-focus focus-within:outline-offset-2`}
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
        </div>
        {children}
      </div>
    </fieldset>
  );
}

interface KindFieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly kinds: readonly SelectOption[];
}

/** Where only one kind is meant, nobody is asked. */
function KindField({ id, name, label, kinds }: KindFieldProps) {
  const [only, second] = kinds;
  if (only !== undefined && second === undefined) return <input type="hidden" name={name} value={only.value} />;
  return <SelectField id={id} name={name} label={label} options={kinds} width="medium" />;
}
