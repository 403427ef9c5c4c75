import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { HalfSentFile } from "./half-sent";
import type { SentParts } from "./send-parts";

export interface UploadListWords {
  readonly list: string;
  /** With PERCENT where the number goes. */
  readonly busy: string;
  readonly checking: string;
  readonly paused: string;
  readonly done: string;
  readonly twice: string;
  readonly waits: string;
  readonly cancelled: string;
  readonly halfList: string;
  /** With PERCENT. */
  readonly half: string;
  readonly forget: string;
  readonly offline: string;
  readonly tooLarge: string;
  readonly empty: string;
  readonly cancel: string;
  readonly retry: string;
  /** With NAME and ACT. */
  readonly about: string;
}

/** A paper that waits with a form, as one line. */
export interface DraftPaperLine {
  readonly id: string;
  readonly name: string;
  readonly facts: string;
  /** Since when it waits for the check on viruses; null: it was checked. */
  readonly waits: string | null;
}

export type UploadState =
  | { readonly kind: "busy"; readonly percent: number }
  | { readonly kind: "checking" }
  /** The line broke; it goes on by itself. */
  | { readonly kind: "paused" }
  | { readonly kind: "done"; readonly sentence: string; readonly paper: DraftPaperLine | null }
  | { readonly kind: "failed"; readonly sentence: string; readonly canRetry: boolean };

export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly sort: string;
  readonly state: UploadState;
  readonly parts: SentParts;
}

interface UploadListProps {
  readonly uploads: readonly Upload[];
  readonly words: UploadListWords;
  readonly onCancel: (id: number) => void;
  readonly onRetry: (id: number) => void;
}

/** What was sent from this page, and how far it is. */
export function UploadList({ uploads, words, onCancel, onRetry }: UploadListProps) {
  if (uploads.length === 0) return null;
  return (
    <ul aria-label={words.list} aria-live="polite" className="grid gap-2">
      {uploads.map((upload) => (
        <li key={upload.id} className="grid gap-1.5 rounded-lg bg-wash px-3.5 py-2.5">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <p className="min-w-0 font-semibold wrap-anywhere">{upload.file.name}</p>
            <Act upload={upload} words={words} onCancel={onCancel} onRetry={onRetry} />
          </div>
          <Progress state={upload.state} words={words} name={upload.file.name} />
        </li>
      ))}
    </ul>
  );
}

function Act({ upload: { id, file, state }, words, onCancel, onRetry }: ActProps) {
  const label = (act: string) => words.about.replace("NAME", file.name).replace("ACT", act);
  if (state.kind === "busy" || state.kind === "paused") {
    return (
      <Button size="small" aria-label={label(words.cancel)} onClick={() => onCancel(id)}>
        {words.cancel}
      </Button>
    );
  }
  if (state.kind !== "failed" || !state.canRetry) return null;
  return (
    <Button size="small" aria-label={label(words.retry)} onClick={() => onRetry(id)}>
      {words.retry}
    </Button>
  );
}

type ActProps = Omit<UploadListProps, "uploads"> & { readonly upload: Upload };

interface HalfSentListProps {
  readonly files: readonly HalfSentFile[];
  readonly words: UploadListWords;
  readonly onForget: (uploadId: string) => void;
}

/** What was on its way when the page went: a page cannot take a file that nobody chose again. */
export function HalfSentList({ files, words, onForget }: HalfSentListProps) {
  if (files.length === 0) return null;
  return (
    <ul aria-label={words.halfList} className="grid gap-2">
      {files.map(({ uploadId, name, percent }) => (
        <li key={uploadId} className="grid gap-1.5 rounded-lg bg-wash px-3.5 py-2.5">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <p className="min-w-0 font-semibold wrap-anywhere">{name}</p>
            <Button
              size="small"
              look="plain"
              aria-label={words.about.replace("NAME", name).replace("ACT", words.forget)}
              onClick={() => onForget(uploadId)}
            >
              {words.forget}
            </Button>
          </div>
          <p className="max-w-text text-sm font-semibold text-attention">
            {words.half.replace("PERCENT", String(percent))}
          </p>
        </li>
      ))}
    </ul>
  );
}

interface ProgressProps {
  readonly state: UploadState;
  readonly words: UploadListWords;
  readonly name: string;
}

function Progress({ state, words, name }: ProgressProps) {
  switch (state.kind) {
    case "busy":
      return (
        <>
          <progress aria-label={name} value={state.percent} max={100} className="w-full" />
          <p className="text-sm text-ink-soft">{words.busy.replace("PERCENT", String(state.percent))}</p>
        </>
      );
    case "checking":
    case "paused":
      return <p className="text-sm text-ink-soft">{words[state.kind]}</p>;
    case "done":
      return (
        <p className="flex items-center gap-1.5 text-sm font-semibold text-good">
          <Icon name="check" size={16} />
          {state.sentence}
        </p>
      );
    case "failed":
      return (
        <p className="flex items-start gap-1.5 text-sm font-semibold text-danger">
          <Icon name="warning" size={16} />
          {state.sentence}
        </p>
      );
  }
}
