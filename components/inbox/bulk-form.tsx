"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useState, useTransition } from "react";
import { usePageLocale } from "@/components/layout/locale-context";
import { sentenceFor, sentenceForRest, unsentForm, useFormAction } from "@/components/layout/use-form-action";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, type SelectOption, TextAreaField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormState, problemsFor, textOf } from "@/lib/web/form-state";

export interface BulkWords {
  readonly errorHeading: string;
  readonly errorPrefix: string;
  /** With # where the numbers go, in this order: done, of how many. */
  readonly progress: string;
  readonly leave: string;
  readonly choose: string;
  readonly shared: string;
  readonly fields: Readonly<Record<"officerId" | "note" | "closeReason" | "closeNote" | "words", string>>;
  readonly titles: Readonly<Record<"take" | "assign" | "note" | "close", string>>;
  readonly buttons: Readonly<Record<"take" | "assign" | "note" | "close", string>>;
  readonly optional: string;
}

interface BulkFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly step: (form: FormData) => Promise<FormState | null>;
  readonly listChosen: (list: string) => Promise<readonly string[]>;
  /** The act, the list and the moment of the page. */
  readonly given: Readonly<Record<"act" | "back" | "seenAt", string>>;
  /** Where one goes when all is done. */
  readonly doneHref: string;
  readonly kinds: readonly ("take" | "assign" | "note" | "close")[];
  readonly options: Readonly<Record<"officers" | "closeReasons" | "closeNotes", readonly SelectOption[]>>;
  readonly words: BulkWords;
  /** The lines with their boxes. */
  readonly children: ReactNode;
}

const partSize = 50;

/** Boxes to tick and what to do with them: one plain form, which with script shows how far it is. */
export function BulkForm(props: BulkFormProps) {
  const { action, given, kinds, words, children } = props;
  const [posted, submit] = useFormAction(action, emptyForm);
  const { state, progress, onSubmit } = useParts(props, posted);
  return (
    <form action={submit} onSubmit={onSubmit} noValidate={true} className="grid gap-4">
      <ErrorSummary
        heading={words.errorHeading}
        titlePrefix={words.errorPrefix}
        items={state.problems.map(({ sentence, field }) => ({
          text: sentence,
          field: field !== undefined && Object.hasOwn(words.fields, field) ? `samen-${field}` : undefined,
        }))}
      />
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="sticky bottom-0 z-10 -mx-1 grid max-h-[45vh] gap-3 overflow-auto rounded-xl border border-line-strong bg-paper p-4 shadow-over">
        <div role="status" className="grid gap-1.5 empty:hidden">
          {progress === null ? null : <Progress {...progress} words={words} />}
        </div>
        <div data-acts="" className="flex flex-wrap items-start gap-2.5">
          {kinds.map((kind) => (
            <Act key={kind} kind={kind} state={state} {...props} />
          ))}
        </div>
      </div>
    </form>
  );
}

interface PartProgress {
  readonly done: number;
  readonly total: number;
}

function Progress({ done, total, words }: PartProgress & Pick<BulkFormProps, "words">) {
  const [before = "", between = "", after = ""] = words.progress.split("#");
  const text = `${before}${done}${between}${total}${after}`;
  return (
    <>
      <p className="font-semibold">{text}</p>
      <progress value={done} max={total} aria-label={text} className="h-2 w-full accent-brand" />
      <p className="text-sm text-ink-soft">{words.leave}</p>
    </>
  );
}

/** Sends part after part; what was sent is done, also when one goes away before the end. */
function useParts({ step, listChosen, doneHref }: BulkFormProps, posted: FormState) {
  const [refused, setRefused] = useState<FormState | null>(null);
  const [progress, setProgress] = useState<PartProgress | null>(null);
  const [, start] = useTransition();
  const router = useRouter();
  const locale = usePageLocale();

  function refuse(answer: FormState): void {
    setProgress(null);
    setRefused(answer);
  }

  async function sendParts(form: FormData, sent: { count: number }): Promise<void> {
    const chosen = await chosenIn(form, listChosen);
    form.delete("list");
    for (const part of inParts(chosen)) {
      setProgress(chosen.length === 0 ? null : { done: sent.count, total: chosen.length });
      const answer = await step(withReferences(form, part));
      if (answer !== null) return refuse(answer);
      sent.count += part.length;
    }
    router.push(doneHref);
  }

  async function send(form: FormData): Promise<void> {
    const sent = { count: 0 };
    try {
      await sendParts(form, sent);
    } catch (error) {
      const sentence = sent.count === 0 ? sentenceFor(error, locale) : sentenceForRest(error, locale);
      refuse(unsentForm(emptyForm, form, sentence));
    }
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (progress !== null) return;
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter);
    start(() => send(form));
  }

  return { state: refused ?? posted, progress, onSubmit };
}

async function chosenIn(form: FormData, listChosen: BulkFormProps["listChosen"]): Promise<readonly string[]> {
  const list = form.get("list");
  return typeof list === "string" ? listChosen(list) : form.getAll("references").map(String);
}

/** A form without a choice is one empty part: the desk itself refuses it, in its own words. */
function inParts(chosen: readonly string[]): readonly (readonly string[])[] {
  const count = Math.max(1, Math.ceil(chosen.length / partSize));
  return Array.from({ length: count }, (_, part) => chosen.slice(part * partSize, (part + 1) * partSize));
}

function withReferences(form: FormData, references: readonly string[]): FormData {
  form.delete("references");
  for (const reference of references) form.append("references", reference);
  return form;
}

type ActProps = Pick<BulkFormProps, "options" | "words"> & {
  readonly kind: BulkFormProps["kinds"][number];
  readonly state: FormState;
};

function Act({ kind, state, options, words }: ActProps) {
  const button = (
    <div>
      <SubmitButton look="main" name="kind" value={kind}>
        {words.buttons[kind]}
      </SubmitButton>
    </div>
  );
  if (kind === "take") return button;
  const isOpen = textOf(state, "kind") === kind && state.problems.length > 0;
  return (
    <details name="samen" open={isOpen} className="min-w-0 rounded-md border border-line-strong open:w-full">
      <summary className="min-h-11 px-4 py-2.5 font-semibold">{words.titles[kind]}</summary>
      <div className="grid gap-4 p-4 pt-1">
        <Fields kind={kind} state={state} options={options} words={words} />
        {button}
      </div>
    </details>
  );
}

function Fields({ kind, state, options, words }: ActProps) {
  const field = (name: keyof BulkWords["fields"]) => ({
    id: `samen-${name}`,
    name,
    label: words.fields[name],
    defaultValue: textOf(state, name),
    error: problemsFor(state, name)[0]?.sentence,
  });
  switch (kind) {
    case "assign":
      return <SelectField {...field("officerId")} prompt={words.shared} options={options.officers} />;
    case "note":
      return <TextAreaField {...field("note")} maxLength={5000} />;
    case "close":
      return (
        <>
          <SelectField {...field("closeReason")} prompt={words.choose} options={options.closeReasons} />
          <SelectField {...field("closeNote")} prompt={words.choose} options={options.closeNotes} />
          <TextAreaField {...field("words")} optional={words.optional} maxLength={1000} />
        </>
      );
    default:
      return null;
  }
}
