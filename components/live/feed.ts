import { type NewsItem, readFrames } from "./frames";

type Hear = (item: NewsItem) => void;

/** A tab that comes asks the others what came between the moment of its page and its first listening. */
interface Joining {
  readonly since: string;
}

const name = "verzuimloket-live";
const address = "/live";
/** The desk lets itself be heard twice in this time; when it does not, the connection is dead. */
const silenceMilliseconds = 60_000;
/** An answer begins at once, unless something on the way keeps it back. */
const patienceMilliseconds = 10_000;
const pollMilliseconds = 20_000;
const retryMilliseconds = 5_000;
const rememberedMost = 500;

const listeners = new Set<Hear>();
const heard = new Map<string, NewsItem>();
let lastId: string | null = null;
let stop: AbortController | null = null;

/**
 * Tells of news as long as somebody listens. All tabs of a browser share one connection: the tab that holds the lock
 * has it and passes on what it hears; when it goes, the next one goes on from the last event.
 */
export function follow(hear: Hear, since: string): () => void {
  listeners.add(hear);
  if (lastId === null || since > lastId) lastId = since;
  if (stop === null) stop = begin(since);
  return () => {
    listeners.delete(hear);
    if (listeners.size > 0) return;
    stop?.abort();
    stop = null;
  };
}

function begin(since: string): AbortController {
  const ending = new AbortController();
  const { signal } = ending;
  // Without locks, as on a page that is not secure, each tab asks for itself.
  if (!("locks" in navigator && "BroadcastChannel" in window)) {
    void lead(take, signal);
    return ending;
  }
  const channel = new BroadcastChannel(name);
  let isLeading = false;
  channel.onmessage = ({ data }: MessageEvent<NewsItem | Joining>) => {
    if ("id" in data) take(data);
    else if (isLeading) retell(data.since, channel);
  };
  signal.addEventListener("abort", () => channel.close());
  const pass: Hear = (item) => {
    take(item);
    if (!signal.aborted) channel.postMessage(item);
  };
  const begun = () => {
    isLeading = true;
    return lead(pass, signal);
  };
  navigator.locks.request(name, { signal }, begun).catch(forgiveAbort);
  const joining: Joining = { since };
  channel.postMessage(joining);
  return ending;
}

/** Each event once, whichever way and however often it comes. */
function take(item: NewsItem): void {
  if (heard.has(item.id)) return;
  heard.set(item.id, item);
  const [oldest] = heard.size > rememberedMost ? heard.keys() : [];
  if (oldest !== undefined) heard.delete(oldest);
  if (lastId === null || item.id > lastId) lastId = item.id;
  for (const hear of listeners) hear(item);
}

function retell(since: string, channel: BroadcastChannel): void {
  for (const item of heard.values()) if (item.id > since) channel.postMessage(item);
}

/** Listens until the signal or until the session has ended; asks now and then while no stream comes through. */
async function lead(pass: Hear, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const end = await listen(pass, signal);
    const last = end === "mute" ? await ask(pass, signal) : end;
    if (last === "signed-out") return;
    await pause(last === "asked" ? pollMilliseconds : retryMilliseconds, signal);
  }
}

type End = "signed-out" | "lost";

/** `mute`: nothing came at all. */
async function listen(pass: Hear, signal: AbortSignal): Promise<End | "mute"> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), patienceMilliseconds);
  let end: End | "mute" = "mute";
  try {
    const answer = await fetch(addressFrom({}), { signal: AbortSignal.any([signal, silence.signal]) });
    if (answer.body === null || !answer.headers.get("content-type")?.startsWith("text/event-stream")) {
      return await reasonOf(answer);
    }
    let text = "";
    for await (const piece of piecesOf(answer.body.pipeThrough(new TextDecoderStream()))) {
      end = "lost";
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), silenceMilliseconds);
      const { items, rest } = readFrames(text + piece);
      text = rest;
      items.forEach(pass);
    }
  } catch (error) {
    forgiveAbort(error);
  } finally {
    clearTimeout(timer);
  }
  return end;
}

/** Not every browser can walk over a stream by itself. */
async function* piecesOf(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

async function ask(pass: Hear, signal: AbortSignal): Promise<End | "asked"> {
  const patience = AbortSignal.timeout(patienceMilliseconds);
  try {
    const answer = await fetch(addressFrom({ wijze: "kort" }), { signal: AbortSignal.any([signal, patience]) });
    if (!answer.ok) return "lost";
    const { state, news = [] } = await answer.json();
    news.forEach(pass);
    return state === "signed-out" ? "signed-out" : "asked";
  } catch (error) {
    forgiveAbort(error);
    return "lost";
  }
}

async function reasonOf(answer: Response): Promise<End | "mute"> {
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith("application/json")) return "mute";
  const { state } = await answer.json();
  return state === "signed-out" ? "signed-out" : "mute";
}

function addressFrom(words: Readonly<Record<string, string>>): string {
  return `${address}?${new URLSearchParams({ ...words, ...(lastId === null ? {} : { sinds: lastId }) })}`;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Whoever waits holds the lock: the page that comes after this one is deaf as long. The signal may be past already.
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** A page that goes away, and a network that is away or slow, are no faults: the feed goes on when they are back. */
function forgiveAbort(error: unknown): void {
  const isExpected =
    error instanceof TypeError || (error instanceof DOMException && /^(Abort|Timeout)Error$/.test(error.name));
  if (!isExpected) throw error;
}
