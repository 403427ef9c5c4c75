import { followNews } from "@/lib/conversation/queries/news.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";
import { firstIdAt } from "@/lib/shared/ids";

interface Listening {
  /** Who sits there when it is asked again; the same one when not given. */
  readonly again?: () => Promise<PersonViewer | null>;
  /** The last that it heard of; now when not given. */
  readonly since?: string;
}

/** A browser that listens, with what it has read so far. */
export function aBrowser(viewer: PersonViewer, { again, since }: Listening = {}) {
  const going = new AbortController();
  const stream = followNews(viewer, {
    since: since ?? firstIdAt(now().at),
    again: again ?? (() => Promise.resolve(viewer)),
    gone: going.signal,
    now: now(),
  });
  if (stream === null) throw new Error("the house is full");
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  return {
    /** Reads until this is there; null when the stream ended before. */
    until: async (words: string): Promise<string | null> => {
      for (let text = ""; ; ) {
        const { done, value } = await reader.read();
        if (done) return null;
        text += value;
        if (text.includes(words)) return text;
      }
    },
    leave: () => going.abort(),
  };
}
