import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/lib/i18n/messages/en/failure.json";
import nl from "@/lib/i18n/messages/nl/failure.json";
import { deskPhone } from "./desk-contact";

const words = { nl, en } as const;

interface FailurePageProps {
  readonly locale: Locale;
  readonly error: unknown;
  readonly retry: () => void;
}

/** Leans on nothing that may just have failed: no texts from the server, no frame, no picture. */
export function FailurePage({ locale, error, retry }: FailurePageProps) {
  const t = words[locale];
  const number = digestOf(error);
  return (
    <main className="mx-auto grid max-w-form content-start gap-5 px-4 py-14 sm:px-6">
      <h1>{t.title}</h1>
      <p className="text-lg">{t.text}</p>
      <p>{number === null ? t.adviceWithoutNumber : t.advice}</p>
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-ink-soft">
        {number === null ? null : (
          <span>
            {t.reference}: <strong className="text-ink">{number}</strong>
          </span>
        )}
        <a href={deskPhone.href}>{deskPhone.shown}</a>
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button look="main" onClick={retry}>
          {t.again}
        </Button>
        {/* A whole new page, because what is left of this one cannot be trusted. */}
        <a href="/" data-whole-page="">
          {t.home}
        </a>
      </div>
    </main>
  );
}

/** The number under which the server wrote the cause into its log. */
function digestOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
}
