import { useLocale } from "next-intl";
import { askSheetAction } from "@/app/gesprek/actions";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import type { PapersView } from "@/lib/attachments/views";
import type { ConversationView } from "@/lib/conversation/views";
import { useTranslations } from "@/lib/i18n/use-translations";

interface AskSheetProps {
  readonly reference: string;
  readonly papers: PapersView;
  readonly conversation: Pick<ConversationView, "requests" | "allows">;
}

/** "De verzuimstaat ontbreekt": one click asks the school for it. Nothing where there is one, or where it was asked. */
export function AskSheet({ reference, papers, conversation: { requests, allows } }: AskSheetProps) {
  const t = useTranslations("conversation.askSheet");
  const acts = useTranslations("inbox.acts");
  const locale = useLocale();
  const hasSheet = papers.papers.some(({ kind, state }) => kind === "absence_sheet" && state !== "refused");
  if (hasSheet || !allows.ask) return null;
  if (requests.some(({ kind, state }) => kind === "absence_sheet" && state.kind === "waiting")) {
    return <p className="text-sm text-ink-soft">{t("asked")}</p>;
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <p>{t("missing")}</p>
      <ActForm
        id="verzuimstaat-vragen"
        action={askSheetAction}
        given={{ reference }}
        fields={[]}
        button={t("button")}
        look="secondary"
        text={actText(acts, locale)}
      />
    </div>
  );
}
