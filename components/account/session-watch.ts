import type { SessionLeft } from "@/lib/identity/sign-in-state";

/** `idle` and `absolute` warn of a moment; `ended` covers the page. */
export type Stage = { readonly kind: "well" | "ended" } | { readonly kind: "idle" | "absolute"; readonly at: number };

/** Said in the page: the desk answered that nobody is signed in; and: somebody signed in again over the page. */
export const signedOutMeanwhile = "verzuimloket:uitgelogd";
export const signedInAgain = "verzuimloket:ingelogd";

const address = "/account/aanwezig";
const minute = 60_000;
const warnIdle = 5 * minute;
const warnAbsolute = [15 * minute, 5 * minute] as const;
const signs = ["keydown", "pointerdown", "touchstart"] as const;

type News = { readonly kind: "left" | "in"; readonly left: SessionLeft };

/**
 * Watches one session over all tabs. The server decides; the clock here only says when to ask and when to warn. At most
 * once a minute, and only when somebody types or clicks, it says that somebody sits there.
 */
export class SessionWatch {
  private left: SessionLeft;
  private readonly show: (stage: Stage) => void;
  private readonly channel = new BroadcastChannel("verzuimloket-sessie");
  private idleEndsAt = 0;
  private endsAt = 0;
  private reportedAt = Date.now();
  private laterUntil = Number.POSITIVE_INFINITY;
  private timer: number | undefined;

  constructor(left: SessionLeft, show: (stage: Stage) => void) {
    this.left = left;
    this.show = show;
  }

  start(): void {
    this.take(this.left);
    this.tell("left");
    this.channel.onmessage = ({ data }: MessageEvent<News>) => this.hear(data);
    for (const sign of signs) document.addEventListener(sign, this.noticed, { passive: true });
    document.addEventListener("visibilitychange", this.seen);
    window.addEventListener(signedOutMeanwhile, this.look);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.channel.close();
    for (const sign of signs) document.removeEventListener(sign, this.noticed);
    document.removeEventListener("visibilitychange", this.seen);
    window.removeEventListener(signedOutMeanwhile, this.look);
  }

  /** Somebody wants to go on. */
  readonly stay = (): void => {
    this.reportedAt = Date.now();
    void this.ask("POST");
  };

  /** The warning of the absolute end is put off until the next one. */
  readonly later = (): void => {
    this.laterUntil = warnAbsolute.find((before) => before < this.endsAt - Date.now() - minute) ?? 0;
    this.judge();
  };

  /** The same person signed in over this page, here or in another tab. */
  readonly resumed = (left: SessionLeft): void => {
    this.take(left);
    this.tell("in");
    window.dispatchEvent(new Event(signedInAgain));
  };

  private readonly noticed = (): void => {
    if (Date.now() - this.reportedAt >= minute) this.stay();
  };

  /** A laptop that slept did not count. */
  private readonly seen = (): void => {
    if (document.visibilityState === "visible") this.judge();
  };

  private readonly look = (): void => void this.ask("GET");

  private async ask(method: "GET" | "POST"): Promise<void> {
    const answer = await standingOf(method);
    if (answer === "ended") this.show({ kind: "ended" });
    if (answer === "ended" || answer === "away") return;
    if (answer.accountId !== this.left.accountId) leave();
    this.take(answer);
    this.tell("left");
  }

  private hear({ kind, left }: News): void {
    if (left.accountId === this.left.accountId) {
      this.take(left);
      if (kind === "in") window.dispatchEvent(new Event(signedInAgain));
    } else if (kind === "in") leave();
  }

  private take(left: SessionLeft): void {
    this.left = left;
    this.idleEndsAt = Date.now() + left.idleSeconds * 1000;
    this.endsAt = Date.now() + left.absoluteSeconds * 1000;
    this.judge();
  }

  private tell(kind: News["kind"]): void {
    this.channel.postMessage({ kind, left: this.left } satisfies News);
  }

  private judge(): void {
    const [idle, absolute] = [this.idleEndsAt - Date.now(), this.endsAt - Date.now()];
    if (Math.min(idle, absolute) <= 0) {
      // The server may know better: another tab can have been busy, and clocks differ.
      this.plan(minute);
      this.look();
      return;
    }
    const warnsAbsolute = absolute <= warnAbsolute[0] && absolute <= this.laterUntil;
    if (warnsAbsolute) this.show({ kind: "absolute", at: this.endsAt });
    else if (idle <= warnIdle) this.show({ kind: "idle", at: this.idleEndsAt });
    else this.show({ kind: "well" });
    const next = [idle - warnIdle, idle, absolute, ...warnAbsolute.map((before) => absolute - before)];
    this.plan(Math.min(...next.filter((wait) => wait > 0)));
  }

  private plan(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.judge(), milliseconds + 50);
  }
}

/** What stands here belongs to somebody else now. */
function leave(): void {
  window.location.replace("/");
}

async function standingOf(method: "GET" | "POST"): Promise<SessionLeft | "ended" | "away"> {
  try {
    const response = await fetch(address, { method, keepalive: true });
    if (response.ok) return await response.json();
    return response.status === 401 ? "ended" : "away";
  } catch (error) {
    if (error instanceof TypeError) return "away";
    throw error;
  }
}
