import { Details } from "@/components/ui/details";
import { wordsLimit } from "@/lib/conversation/inputs";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { FormState } from "@/lib/web/form-state";
import { WordsForm } from "./words-form";
import { wordsFormText } from "./words-form-text";

interface EditWordsProps {
  readonly id: string;
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly given: Readonly<Record<string, string>>;
  readonly words: string;
  readonly hint?: string;
}

/** Own words that can still be put right, behind a click. */
export function EditWords({ words, ...rest }: EditWordsProps) {
  const t = useTranslations("conversation");
  return (
    <Details summary={t("edit")}>
      <WordsForm
        key={words}
        {...rest}
        label={t("edit")}
        start={words}
        limit={wordsLimit}
        button={t("editButton")}
        look="secondary"
        text={wordsFormText(t)}
      />
    </Details>
  );
}
