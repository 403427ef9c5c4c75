import type { Locale } from "../i18n/locale.ts";
import enFailure from "../i18n/messages/en/failure.json" with { type: "json" };
import nlFailure from "../i18n/messages/nl/failure.json" with { type: "json" };
import nlProblems from "../i18n/messages/nl/problems.json" with { type: "json" };
import { filePolicy } from "./content-policy.ts";
import { doorProblem, problemType } from "./door-problem.ts";
import { type Knock, languageOf } from "./front-door.ts";

export interface TurnedAway {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const seconds = "10";
const words = { nl: nlFailure.crowded, en: enFailure.crowded } as const;

/** What somebody hears for whom there is no room just now: a status of 503, and when to come back. */
export function turnedAway({ method, url, header }: Knock, traceId: string): TurnedAway {
  const headers = {
    "Retry-After": seconds,
    "Cache-Control": "no-store",
    "Content-Security-Policy": filePolicy,
    "X-Content-Type-Options": "nosniff",
  };
  if (url.startsWith("/api/v1/")) {
    return {
      headers: { ...headers, "Content-Type": problemType },
      body: doorProblem(busy, traceId),
    };
  }
  const locale = languageOf({ header });
  const isReading = method === "GET" || method === "HEAD";
  // A browser that sent something must not send it again by itself.
  const again = isReading ? { Refresh: seconds } : {};
  return {
    headers: { ...headers, ...again, "Content-Type": "text/html; charset=utf-8", "Content-Language": locale },
    body: page(locale, isReading),
  };
}

/** As the API itself says that it is busy. */
const busy = { code: "busy", title: "Het loket kan nu niet antwoorden", status: 503, detail: nlProblems.busy };

const style = `:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:15vh auto;padding:0 1.5rem}`;

/** One text that stands ready: whoever is turned away must cost next to nothing. */
function page(locale: Locale, isReading: boolean): string {
  const { title, text, reading, sending } = words[locale];
  return `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Verzuimloket</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${text}</p><p>${isReading ? reading : sending}</p></main></body></html>\n`;
}
