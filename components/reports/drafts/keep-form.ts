import { signedInAgain } from "@/components/account/session-watch";

export type FormStanding = "nothing" | "waiting" | "kept" | "trouble" | "signedOut";

const restMilliseconds = 2_000;
const againMilliseconds = 5_000;
/** Browsers send at most 64 KB on after a page has gone. */
const lettersKeptAlive = 60_000;

const moments = ["beforeprint", "pagehide", "online", signedInAgain] as const;

/** What was typed last, by place: a page that comes back out of the browser's own memory is older than that. */
const typed = new Map<string, string>();

/** Keeps what is typed in a form: after two seconds of rest, on leaving a field, before printing and on leaving. */
export class FormKeeping {
  private readonly form: HTMLFormElement;
  private readonly place: string;
  private readonly tell: (standing: FormStanding) => void;
  private keptWords: string;
  private timer: number | undefined;
  private isBusy = false;
  /** It is on its way to be done: what is kept of it must not come after that. */
  private isSent = false;

  constructor(form: HTMLFormElement, place: string, tell: (standing: FormStanding) => void) {
    this.form = form;
    this.place = place;
    this.tell = tell;
    this.keptWords = wordsOf(form);
  }

  /** Answers how it ends. */
  start(): () => void {
    const { form } = this;
    const before = typed.get(this.place);
    if (before !== undefined) putInto(form, before);
    form.addEventListener("input", this.wait);
    form.addEventListener("focusout", this.leaveField);
    form.addEventListener("submit", this.send);
    document.addEventListener("visibilitychange", this.keepNow);
    for (const moment of moments) window.addEventListener(moment, this.keepNow);
    return () => {
      this.keepNow();
      clearTimeout(this.timer);
      form.removeEventListener("input", this.wait);
      form.removeEventListener("focusout", this.leaveField);
      form.removeEventListener("submit", this.send);
      document.removeEventListener("visibilitychange", this.keepNow);
      for (const moment of moments) window.removeEventListener(moment, this.keepNow);
    };
  }

  /** It was sent and refused: what stands in it is still to be kept. */
  comeBack(): void {
    this.wait();
  }

  private readonly wait = (): void => {
    this.isSent = false;
    typed.set(this.place, wordsOf(this.form));
    this.tell("waiting");
    this.plan(restMilliseconds);
  };

  /** Whoever goes to a button of the form sends it, and what is kept must not come after that. */
  private readonly leaveField = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof HTMLButtonElement && relatedTarget.form === this.form)) this.keepNow();
  };

  private readonly send = (): void => {
    clearTimeout(this.timer);
    this.isSent = true;
    typed.delete(this.place);
  };

  private readonly keepNow = (): void => {
    clearTimeout(this.timer);
    if (this.isBusy || this.isSent) return;
    const words = wordsOf(this.form);
    if (words !== this.keptWords) void this.keep(words);
  };

  private plan(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.keepNow, milliseconds);
  }

  private async keep(words: string): Promise<void> {
    this.isBusy = true;
    const status = await post(words);
    this.isBusy = false;
    if (status !== 204) {
      this.tell(status === 401 ? "signedOut" : "trouble");
      if (status === null || status >= 500) this.plan(againMilliseconds);
      return;
    }
    this.keptWords = words;
    if (wordsOf(this.form) === words) this.tell("kept");
    else this.keepNow();
  }
}

/** Null: the desk was not reached. */
async function post(words: string): Promise<number | null> {
  try {
    const { status } = await fetch("/meldingen/typen", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: words,
      keepalive: words.length < lettersKeptAlive,
    });
    return status;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function wordsOf(form: HTMLFormElement): string {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) words.append(name, value);
  }
  return words.toString();
}

function putInto(form: HTMLFormElement, words: string): void {
  const said = new URLSearchParams(words);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
      field.checked = said.getAll(field.name).includes(field.value);
    } else if (isWritten(field)) field.value = said.get(field.name) ?? field.value;
  }
}

function isWritten(field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (field instanceof HTMLInputElement) return field.type !== "hidden" && field.type !== "file";
  return field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement;
}
