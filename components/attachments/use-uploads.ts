import { useRef, useState } from "react";
import { forgetSending, noteSending, useHalfSent } from "./half-sent";
import { sendFile } from "./send-file";
import { noParts } from "./send-parts";
import type { DraftPaperLine, Upload, UploadListWords, UploadState } from "./upload-list";

interface Sending {
  /** Asked for each file: the form may have become another draft. */
  readonly addressOf: () => string;
  readonly bytesMax: number;
  readonly words: UploadListWords;
  /** Null: the paper stands with a report. */
  readonly onDone: (paper: DraftPaperLine | null) => void;
}

/** The files that are on their way from this page. */
export function useUploads({ addressOf, bytesMax, words, onDone }: Sending) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const { halfSent, goesOn, forget } = useHalfSent(addressOf);
  const next = useRef(0);
  const stops = useRef(new Map<number, AbortController>());

  const show = (id: number, state: UploadState) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, state } : one)));

  const begin = async ({ id, file, sort, parts }: Omit<Upload, "state">) => {
    const stop = new AbortController();
    stops.current.set(id, stop);
    const address = addressOf();
    const begun = (uploadId: string) => {
      noteSending(address, uploadId);
      goesOn(uploadId);
    };
    const parcel = { address, file, kind: sort, words, signal: stop.signal, parts, begun };
    const state = await sendFile(parcel, (now) => show(id, now));
    stops.current.delete(id);
    if (isOver(state) || stop.signal.aborted) forgetSending(address, parts.uploadId);
    show(id, state);
    if (state.kind === "done") onDone(state.paper);
  };

  const add = (files: readonly File[], sort: string) => {
    const added = files.map((file): Upload => {
      next.current += 1;
      return { id: next.current, file, sort, state: startOf(file, bytesMax, words), parts: noParts() };
    });
    setUploads((all) => [...all, ...added]);
    for (const one of added) if (one.state.kind === "busy") void begin(one);
  };

  const retry = (id: number) => {
    const upload = uploads.find((one) => one.id === id);
    if (upload === undefined) return;
    show(id, { kind: "busy", percent: 0 });
    void begin(upload);
  };

  const isBusy = uploads.some(({ state }) => state.kind !== "done" && state.kind !== "failed");
  return { uploads, halfSent, forget, isBusy, add, retry, cancel: (id: number) => stops.current.get(id)?.abort() };
}

/** It is kept, or will not be: nothing of it is on its way any more. */
function isOver(state: UploadState): boolean {
  return state.kind === "done" || (state.kind === "failed" && !state.canRetry);
}

/** What can be said before anything is sent. */
function startOf({ size }: File, bytesMax: number, words: UploadListWords): UploadState {
  if (size === 0) return { kind: "failed", sentence: words.empty, canRetry: false };
  if (size > bytesMax) return { kind: "failed", sentence: words.tooLarge, canRetry: false };
  return { kind: "busy", percent: 0 };
}
