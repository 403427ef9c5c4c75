import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { DraftPaperLine } from "./upload-list";
import type { FilingPapersOffer } from "./upload-offer";
import { useUploads } from "./use-uploads";

/** What ends the form: by then every file is there, or was stopped. */
const lastButtons = new Set(["send", "hand-in"]);

/** The papers that go along with a report that is still being written. */
export function useFilingPapers(
  form: RefObject<HTMLFormElement | null>,
  start: readonly DraftPaperLine[],
  { upload }: FilingPapersOffer,
) {
  const [papers, setPapers] = useState(start);
  const [isHeld, setIsHeld] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const uploads = useUploads({
    addressOf: () => `/bijlagen/concept/${submissionIn(form.current)}`,
    bytesMax: upload.bytesMax,
    words: upload.words,
    onDone: (paper) => {
      if (paper !== null) setPapers((all) => [...all.filter(({ id }) => id !== paper.id), paper]);
    },
  });
  useKeptWith(form, papers);

  /** Nothing is sent over the head of a file that is still on its way. */
  const hold = (event: FormEvent) => {
    const { nativeEvent } = event;
    const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    const isLast = submitter instanceof HTMLButtonElement && lastButtons.has(submitter.value);
    setIsHeld(isLast && uploads.isBusy);
    if (isLast && uploads.isBusy) event.preventDefault();
  };

  const remove = async (id: string) => {
    const isGone = await takeAway(id);
    setHasFailed(!isGone);
    if (isGone) setPapers((all) => all.filter((paper) => paper.id !== id));
    return isGone;
  };

  return { ...uploads, papers, remove, hold, isHeld: isHeld && uploads.isBusy, hasFailed };
}

export type FilingPapersState = ReturnType<typeof useFilingPapers>;

function submissionIn(form: HTMLFormElement | null): string {
  return String(new FormData(form ?? undefined).get("submissionId"));
}

/** Which papers go along is kept with the draft, as every word of it. */
function useKeptWith(form: RefObject<HTMLFormElement | null>, papers: readonly DraftPaperLine[]) {
  const first = useRef(papers);
  useEffect(() => {
    if (papers !== first.current) form.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [form, papers]);
}

async function takeAway(id: string): Promise<boolean> {
  try {
    const { ok, status } = await fetch(`/bijlagen/concept/weg/${id}`, { method: "POST" });
    // What is gone already is as good.
    return ok || status === 404;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
