import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { sendFile } from "./send-file";
import type { Upload, UploadListWords, UploadState } from "./upload-list";

interface Sending {
  readonly address: string;
  readonly bytesMax: number;
  readonly words: UploadListWords;
}

/** The files that are on their way from this page. */
export function useUploads({ address, bytesMax, words }: Sending) {
  const router = useRouter();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const next = useRef(0);
  const stops = useRef(new Map<number, AbortController>());

  const show = (id: number, state: UploadState) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, state } : one)));

  const begin = async ({ id, file, sort }: Omit<Upload, "state">) => {
    const stop = new AbortController();
    stops.current.set(id, stop);
    const state = await sendFile({ address, file, kind: sort, words, signal: stop.signal }, (now) => show(id, now));
    stops.current.delete(id);
    show(id, state);
    if (state.kind === "done") router.refresh();
  };

  const add = (files: readonly File[], sort: string) => {
    const added = files.map((file): Upload => {
      next.current += 1;
      return { id: next.current, file, sort, state: startOf(file, bytesMax, words) };
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

  return { uploads, add, retry, cancel: (id: number) => stops.current.get(id)?.abort() };
}

/** What can be said before anything is sent. */
function startOf({ size }: File, bytesMax: number, words: UploadListWords): UploadState {
  if (size === 0) return { kind: "failed", sentence: words.empty, canRetry: false };
  if (size > bytesMax) return { kind: "failed", sentence: words.tooLarge, canRetry: false };
  return { kind: "busy", percent: 0 };
}
