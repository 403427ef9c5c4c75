import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

interface SearchRowProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly words: string;
  readonly error?: string | undefined;
  readonly button: string;
  /** Within a form that saves something too, so that it can tell which button it was. */
  readonly isBesideSave?: boolean;
  /** For a link to it, where nothing was found yet that could be linked to. */
  readonly id?: string | undefined;
}

/** Words to look for, with their button; in a form of its own or within one. */
export function SearchRow({ name, label, hint, words, error, button, isBesideSave = false, id }: SearchRowProps) {
  return (
    <search id={id} tabIndex={id === undefined ? undefined : -1} className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1 basis-64">
        <TextField
          name={name}
          type="search"
          label={label}
          hint={hint}
          defaultValue={words}
          error={error}
          maxLength={100}
          autoComplete="off"
        />
      </div>
      <Button type="submit" {...(isBesideSave ? { name: "search", value: "1" } : {})}>
        {button}
      </Button>
    </search>
  );
}
