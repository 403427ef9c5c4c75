import { Notice } from "@/components/ui/notice";
import type { DoneWord } from "@/lib/casework/inbox-address";
import { useTranslations } from "@/lib/i18n/use-translations";

/** What was just done, and what happens next. */
export function DoneNotice({ done }: { readonly done: DoneWord }) {
  const t = useTranslations("inbox.acts.done");
  return (
    <Notice tone="success" title={t(`${done}.title`)} takesFocus={true}>
      <p>{t(`${done}.text`)}</p>
    </Notice>
  );
}
