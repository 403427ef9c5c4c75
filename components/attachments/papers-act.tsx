import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import type { ActFormProps } from "@/components/casework/act";
import { actText } from "@/components/casework/act-text";
import { useTranslations } from "@/lib/i18n/use-translations";
import { EndAct } from "./end-act";

interface PapersActProps {
  readonly summary: string;
  readonly form: Omit<ActFormProps, "text">;
  /** What it means, before it is done. */
  readonly children: ReactNode;
}

/** Something that the office does with all papers of a report, behind a click, and not on paper. */
export function PapersAct({ summary, form, children }: PapersActProps) {
  const [acts, locale] = [useTranslations("inbox.acts"), useLocale()];
  return (
    <div className="print:hidden">
      <EndAct summary={summary} form={{ ...form, text: actText(acts, locale) }}>
        {children}
      </EndAct>
    </div>
  );
}
