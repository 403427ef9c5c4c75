import "server-only";
import { log } from "@/lib/config/log.server";
import { listenTo } from "@/lib/db/listen.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { readSpread } from "@/lib/notifications/spread.server";
import { now } from "@/lib/shared/clock";
import { firstIdAt } from "@/lib/shared/ids";
import { concerns, heartbeatFrame, type NewsFacts, newsFrame } from "./news";
import { askNews, askNewsSince } from "./news-sql.server";

/** A browser that listens. Who sits there is asked anew before anything is said that he may hear. */
export interface Seat {
  viewer: PersonViewer;
  verifiedAt: number;
  readonly again: () => Promise<PersonViewer | null>;
  /** False: the browser does not keep up. */
  readonly write: (text: string) => boolean;
  readonly close: () => void;
}

/** So many browsers one process keeps; the next ones ask now and then. */
const mostSeats = 1_000;
/** One browser has one connection; a second may be there while the first one ends. */
const mostPerSession = 3;
const heartbeatMilliseconds = 25_000;
/** A right that is taken away ends within this time. */
const trustedMilliseconds = 5_000;

const seats = new Set<Seat>();
let listening: AbortController | null = null;
let lastHeard = new Date();

/** False: the house is full. */
export function takeSeat(seat: Seat): boolean {
  const own = [...seats].filter(({ viewer }) => viewer.sessionId === seat.viewer.sessionId);
  for (const old of own.slice(0, Math.max(0, own.length - mostPerSession + 1))) leaveSeat(old);
  if (seats.size >= mostSeats) return false;
  seats.add(seat);
  if (listening === null) listening = open();
  return true;
}

export function leaveSeat(seat: Seat): void {
  if (!seats.delete(seat)) return;
  seat.close();
  if (seats.size > 0) return;
  listening?.abort();
  listening = null;
}

function leaveAll(): void {
  for (const seat of [...seats]) leaveSeat(seat);
}

/** One connection to the database for all seats of this process, as long as somebody sits. */
function open(): AbortController {
  const stop = new AbortController();
  const beats = setInterval(() => void beat(), heartbeatMilliseconds);
  beats.unref();
  // The server waits for answers that are under way, and these end by themselves only when the browser goes.
  process.once("SIGTERM", leaveAll);
  process.once("SIGINT", leaveAll);
  stop.signal.addEventListener("abort", () => {
    clearInterval(beats);
    process.off("SIGTERM", leaveAll);
    process.off("SIGINT", leaveAll);
  });
  lastHeard = new Date();
  void listenTo("desk_news", { hear: (ids) => void hear(ids), catchUp: () => void catchUp() }, stop.signal);
  return stop;
}

async function hear(payload: string): Promise<void> {
  await quietly(async () => {
    lastHeard = new Date();
    const news = await askNews(readSpread(payload));
    await Promise.all([...seats].map((seat) => tell(seat, news)));
  });
}

/** Nothing was heard for a while: each seat gets what it missed. */
async function catchUp(): Promise<void> {
  const since = firstIdAt(lastHeard);
  await quietly(async () => {
    for (const seat of [...seats]) await tell(seat, await askNewsSince(seat.viewer, since, now()));
  });
}

async function beat(): Promise<void> {
  await quietly(async () => {
    await Promise.all([...seats].map(holdSeat));
  });
}

async function holdSeat(seat: Seat): Promise<void> {
  if ((await verified(seat)) === null || !seat.write(heartbeatFrame)) leaveSeat(seat);
}

export async function tell(seat: Seat, news: readonly NewsFacts[]): Promise<void> {
  if (!news.some((one) => concerns(seat.viewer, one))) return;
  const viewer = await verified(seat);
  const told = viewer === null ? [] : news.filter((one) => concerns(viewer, one));
  if (viewer === null || !told.every((one) => seat.write(newsFrame(one)))) leaveSeat(seat);
}

/** Null: the session has ended. */
async function verified(seat: Seat): Promise<PersonViewer | null> {
  const at = Date.now();
  if (at - seat.verifiedAt < trustedMilliseconds) return seat.viewer;
  const viewer = await seat.again();
  if (viewer === null) return null;
  seat.viewer = viewer;
  seat.verifiedAt = at;
  return viewer;
}

/** A page without news is only less lively; whatever failed is asked again at the next news or heartbeat. */
async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log().warn({ err: error }, "news could not be told to open pages");
  }
}
