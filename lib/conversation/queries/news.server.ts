import "server-only";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { concerns, type News } from "../news";
import { leaveSeat, type Seat, takeSeat, tell } from "../news-seats.server";
import { askNewsSince } from "../news-sql.server";

interface Following {
  /** The last event that this browser heard of; null when it has heard of none. */
  readonly since: string | null;
  /** Who sits there now, asked again whenever something is told. */
  readonly again: () => Promise<PersonViewer | null>;
  /** Aborted when the browser goes away. */
  readonly gone: AbortSignal;
  readonly now: Now;
}

/** A reader that is this many frames behind is let go; it comes back and asks what it missed. */
const mostBehind = 200;

/** What happens from now on, and what this browser missed, as server-sent events. Null: too many listen already. */
export function followNews(viewer: PersonViewer, { since, again, gone, now }: Following): ReadableStream | null {
  const { readable, seat } = openSeat(viewer, again);
  if (!takeSeat(seat)) return null;
  gone.addEventListener("abort", () => leaveSeat(seat), { once: true });
  if (since !== null) {
    askNewsSince(viewer, since, now)
      .then((missed) => tell(seat, missed))
      .catch(() => leaveSeat(seat));
  }
  return readable;
}

function openSeat(viewer: PersonViewer, again: Following["again"]): { readable: ReadableStream; seat: Seat } {
  const encoder = new TextEncoder();
  let control: ReadableStreamDefaultController | null = null;
  const seat: Seat = {
    viewer,
    verifiedAt: Date.now(),
    again,
    write: (text) => {
      if (control === null || (control.desiredSize ?? 0) <= 0) return false;
      control.enqueue(encoder.encode(text));
      return true;
    },
    close: () => {
      control?.close();
      control = null;
    },
  };
  const readable = new ReadableStream(
    {
      start: (opened) => {
        control = opened;
        seat.write("retry: 5000\n\n");
      },
      cancel: () => {
        control = null;
        leaveSeat(seat);
      },
    },
    new CountQueuingStrategy({ highWaterMark: mostBehind }),
  );
  return { readable, seat };
}

/** For browsers that cannot listen: what happened since an event. */
export async function listNews(viewer: PersonViewer, since: string, now: Now): Promise<readonly News[]> {
  const news = await askNewsSince(viewer, since, now);
  return news
    .filter((one) => concerns(viewer, one))
    .map(({ id, reference, byMoment }) => ({ id, reference, byMoment }));
}
