import { Notice } from "@/components/ui/notice";
import type { SaidWord } from "@/lib/conversation/talk-address";
import { useTranslations } from "@/lib/i18n/use-translations";

interface SaidNoticeProps {
  /** Null: nothing was said just now. */
  readonly said: SaidWord | null;
  /** The words that belong at this place. */
  readonly here: readonly SaidWord[];
}

/** What was just sent or saved, at the place where it now stands. */
export function SaidNotice({ said, here }: SaidNoticeProps) {
  const t = useTranslations("conversation.said");
  if (said === null || !here.includes(said)) return null;
  return (
    <Notice tone="success" takesFocus={true}>
      <p>{t(said)}</p>
    </Notice>
  );
}
