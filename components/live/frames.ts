/** That something happened with a report. */
export interface NewsItem {
  readonly id: string;
  /** Null: more happened than is told one by one, with whatever reports. */
  readonly reference: string | null;
  /** No event of the report: mail about it came back, or a message was put right. Absent: an event. */
  readonly byMoment?: boolean | undefined;
}

/** Reads server-sent events from pieces of text, which end anywhere. Answers what is complete and what is left over. */
export function readFrames(text: string): { readonly items: readonly NewsItem[]; readonly rest: string } {
  const frames = text.split("\n\n");
  const rest = frames.pop() ?? "";
  return { items: frames.flatMap(itemIn), rest };
}

function itemIn(frame: string): NewsItem[] {
  const lines = frame.split("\n");
  const id = lines.find((line) => line.startsWith("id: "))?.slice(4);
  const data = lines.find((line) => line.startsWith("data: "))?.slice(6);
  if (id === undefined || data === undefined) return [];
  const { reference, byMoment } = JSON.parse(data);
  if (typeof reference !== "string" && reference !== null) return [];
  return [byMoment === true ? { id, reference, byMoment } : { id, reference }];
}
