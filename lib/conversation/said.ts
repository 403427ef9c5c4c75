import type { TimelineEvent } from "@/lib/timeline/events";

/** Words that were sealed, by what they are the words of. */
export type Said = ReadonlyMap<string, string>;

export const saidKey = {
  message: (id: string) => `message ${id}`,
  question: (id: string) => `question ${id}`,
  answer: (id: string) => `answer ${id}`,
  paper: (id: string) => `paper ${id}`,
} as const;

interface Entry {
  readonly event: TimelineEvent;
  readonly note: string | null;
}

/** The same story with the words of each message, question and answer, and the names of files, in their place. */
export function withWords<Report extends { readonly timeline: readonly Entry[] }>(
  { timeline: entries, ...report }: Report,
  said: Said,
) {
  const timeline = entries.map((entry) => {
    const key = keyOf(entry.event);
    return { ...entry, said: key === null ? null : (said.get(key) ?? null) };
  });
  return { ...report, timeline };
}

/** Null: nobody said anything in it that does not stand in the event itself. */
function keyOf(event: TimelineEvent): string | null {
  switch (event.kind) {
    case "messaged":
    case "call_asked":
    case "call_told":
      return saidKey.message(event.data.message);
    case "asked":
      return saidKey.question(event.data.request);
    case "answered":
      return saidKey.answer(event.data.request);
    case "attached":
      return saidKey.paper(event.data.attachment);
    default:
      return null;
  }
}
