import { signedInAgain, signedOutMeanwhile } from "@/components/account/session-watch";
import { type Answer, type DraftMark, postWords, showInAddress, type Trouble, withMark, wordsOf } from "./draft-post";

/** What can be said of the words in the form: whether they are kept, and if not, why. */
export type Kept =
  | { readonly kind: "nothing" | "waiting" | Trouble }
  | { readonly kind: "saved" | "copied"; readonly at: string }
  | { readonly kind: "sent"; readonly reference: string };

const restMilliseconds = 2_000;
/** Who types on and on is kept this often all the same. */
const longestMilliseconds = 10_000;
const againMilliseconds = 5_000;

const moments = ["beforeprint", "pagehide", "online", signedInAgain] as const;

/** Keeps what is typed in a form: after two seconds of rest, on leaving a field, before printing and on leaving. */
export class DraftKeeping {
  private readonly form: HTMLFormElement;
  private readonly address: string;
  private readonly tell: (kept: Kept, mark: DraftMark) => void;
  private mark: DraftMark;
  private keptWords: string;
  private standing: Kept = { kind: "nothing" };
  private timer: number | undefined;
  private waitingSince: number | null = null;
  private isBusy = false;
  private isLeaving = false;

  constructor(
    place: { readonly form: HTMLFormElement; readonly address: string },
    mark: DraftMark,
    tell: DraftKeeping["tell"],
  ) {
    this.form = place.form;
    this.address = place.address;
    this.mark = mark;
    this.tell = tell;
    this.keptWords = wordsOf(this.form);
  }

  start(): void {
    this.form.addEventListener("input", this.wait);
    this.form.addEventListener("focusout", this.saveNow);
    document.addEventListener("visibilitychange", this.saveWhenHidden);
    for (const moment of moments) window.addEventListener(moment, this.saveNow);
  }

  stop(): void {
    this.isLeaving = true;
    this.saveNow();
    this.form.removeEventListener("input", this.wait);
    this.form.removeEventListener("focusout", this.saveNow);
    document.removeEventListener("visibilitychange", this.saveWhenHidden);
    for (const moment of moments) window.removeEventListener(moment, this.saveNow);
  }

  /** Something changed: it is kept after a rest, or at the latest when ten seconds have passed. */
  readonly wait = (): void => {
    if (this.standing.kind === "sent") return;
    this.waitingSince ??= Date.now();
    this.tell({ kind: "waiting" }, this.mark);
    this.plan(Math.min(restMilliseconds, this.waitingSince + longestMilliseconds - Date.now()));
  };

  private readonly saveWhenHidden = (): void => {
    if (document.visibilityState === "hidden") this.saveNow();
  };

  private readonly saveNow = (): void => {
    clearTimeout(this.timer);
    if (this.isBusy || this.standing.kind === "sent") return;
    const words = wordsOf(this.form);
    this.waitingSince = null;
    if (words === this.keptWords) this.tell(this.standing, this.mark);
    else void this.save(words);
  };

  private plan(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.saveNow, Math.max(0, milliseconds));
  }

  private async save(words: string): Promise<void> {
    this.isBusy = true;
    const answer = await postWords(this.address, withMark(words, this.mark));
    this.isBusy = false;
    if (typeof answer !== "string") this.take(answer, words);
    else {
      this.say({ kind: answer });
      if (answer === "away" && !this.isLeaving) this.plan(againMilliseconds);
      if (answer === "signedOut") window.dispatchEvent(new Event(signedOutMeanwhile));
    }
  }

  private take(answer: Answer, words: string): void {
    if (answer.kind === "sent") {
      this.say({ kind: "sent", reference: answer.reference });
      return;
    }
    this.mark = { ...this.mark, id: answer.id, version: String(answer.version) };
    this.keptWords = words;
    showInAddress(this.form, answer.id);
    this.say({ kind: answer.kind, at: answer.at });
    if (wordsOf(this.form) === words) return;
    if (this.isLeaving) this.saveNow();
    else this.wait();
  }

  private say(kept: Kept): void {
    this.standing = kept;
    this.tell(kept, this.mark);
  }
}
