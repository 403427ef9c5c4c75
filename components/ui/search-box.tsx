import type { Ref } from "react";
import type { Examples } from "./examples";
import { controlClasses } from "./field-frame";
import { SubmitButton } from "./submit-button";

interface SearchBoxProps {
  readonly action: (form: FormData) => void;
  readonly defaultValue: string;
  readonly look: "main" | "secondary";
  readonly field?: Ref<HTMLInputElement>;
  readonly words: {
    readonly label: string;
    readonly hint: string;
    readonly button: string;
    readonly pending?: string;
  };
}

/** Posts what is looked for as `zoek`, so that it stands in no address, history or log. */
export function SearchBox({ action, defaultValue, look, field, words }: SearchBoxProps) {
  return (
    <search>
      <form action={action} className="grid gap-1.5">
        <label htmlFor="zoek" className="justify-self-start font-semibold">
          {words.label}
        </label>
        <div className="flex max-w-[36rem] gap-2">
          <input
            id="zoek"
            name="zoek"
            type="search"
            autoComplete="off"
            spellCheck={false}
            ref={field}
            maxLength={60}
            defaultValue={defaultValue}
            aria-describedby="zoek-hint"
            className={controlClasses}
          />
          <SubmitButton look={look} {...(words.pending === undefined ? {} : { pendingText: words.pending })}>
            {words.button}
          </SubmitButton>
        </div>
        <p id="zoek-hint" className="text-sm text-ink-soft">
          {words.hint}
        </p>
      </form>
    </search>
  );
}

const words = { label: "Zoek op naam", hint: "Bijvoorbeeld Jansen", button: "Zoeken" };

export const examples: Examples = {
  rest: <SearchBox action={() => undefined} defaultValue="" look="secondary" words={words} />,
  filled: <SearchBox action={() => undefined} defaultValue="Groothuis-Wiegerinck" look="main" words={words} />,
};
