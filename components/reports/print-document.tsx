import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { Now } from "@/lib/shared/clock";
import { PrintButton } from "./print-button";

interface PrintDocumentProps {
  /** Whose paper it is. */
  readonly by: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly now: Now;
  readonly t: Translate;
  readonly locale: Locale;
  readonly children: ReactNode;
}

/** A document of its own: no menu, nothing to press but printing, and nothing that changes by it. */
export function PrintDocument({ by, back, now, t, locale, children }: PrintDocumentProps) {
  return (
    <main
      id="inhoud"
      className="mx-auto grid max-w-form gap-6 bg-paper px-4 py-8 text-ink sm:px-10 print:block print:max-w-none print:p-0"
    >
      <div className="flex flex-wrap items-center gap-4 print:hidden">
        <PrintButton>{t("reports.print.button")}</PrintButton>
        <TextLink href={back.href}>{back.label}</TextLink>
      </div>
      {children}
      <footer className="grid gap-1 border-t border-line pt-3 text-sm text-ink-soft">
        <p>{t("reports.print.printedBy", { name: by, moment: formatMoment(now.at, locale) })}</p>
        <p>{t("reports.print.confidential")}</p>
      </footer>
    </main>
  );
}
