import { useLocale } from "next-intl";
import { answerAction, dropAction } from "@/app/gesprek/actions";
import { UploadForm } from "@/components/attachments/upload-form";
import { uploadOfferFor } from "@/components/attachments/upload-offer";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Button } from "@/components/ui/button";
import { wordsLimit } from "@/lib/conversation/inputs";
import { requestKinds } from "@/lib/conversation/request-kinds";
import type { RequestView } from "@/lib/conversation/views";
import { useTranslations } from "@/lib/i18n/use-translations";
import { WordsForm } from "./words-form";
import { wordsFormText } from "./words-form-text";

interface RequestFormProps {
  readonly request: RequestView;
  readonly reference: string;
}

interface AnswerFormProps extends RequestFormProps {
  /** What its reader was still typing. */
  readonly start: string;
}

interface AnswerFormsProps extends AnswerFormProps {
  readonly canMakeSheet: boolean;
}

/** In words, with a file, or with the sheet that the desk makes. */
export function AnswerForms({ request, reference, start, canMakeSheet }: AnswerFormsProps) {
  const t = useTranslations("conversation.requests");
  const locale = useLocale();
  const { paper } = requestKinds[request.kind];
  const answer = new URLSearchParams({ vraag: request.id });
  return (
    <>
      <AnswerForm request={request} reference={reference} start={start} />
      {paper === null ? null : (
        <div className="grid gap-3 print:hidden">
          <h4 className="font-semibold">{t("file")}</h4>
          <UploadForm
            id={`bestand-${request.id}`}
            address={`/bijlagen/${reference}?${answer}`}
            offer={uploadOfferFor(paper, t("fileButton"), locale)}
          />
        </div>
      )}
      {paper === "absence_sheet" && canMakeSheet ? (
        <form method="post" action={`/bijlagen/verzuimstaat/${reference}?${answer}`} className="print:hidden">
          <Button type="submit" name="soort" value="pdf" size="small">
            {t("sheet")}
          </Button>
        </form>
      ) : null}
    </>
  );
}

function AnswerForm({ request, reference, start }: AnswerFormProps) {
  const t = useTranslations("conversation");
  const locale = useLocale();
  return (
    <WordsForm
      id={`antwoord-${request.id}`}
      action={answerAction}
      given={{ reference, request: request.id }}
      label={t("requests.answer")}
      hint={requestKinds[request.kind].help[locale]}
      start={start}
      draft={{ address: "/gesprek/concept", about: request.id, kept: t("write.kept") }}
      limit={wordsLimit}
      button={t("requests.answerButton")}
      text={wordsFormText(t)}
    />
  );
}

export function DropForm({ request, reference }: RequestFormProps) {
  const t = useTranslations("conversation.requests");
  const acts = useTranslations("inbox.acts");
  const locale = useLocale();
  return (
    <div className="print:hidden">
      <ActForm
        id={`intrekken-${request.id}`}
        action={dropAction}
        given={{ reference, request: request.id }}
        fields={[]}
        button={t("drop")}
        look="secondary"
        text={actText(acts, locale)}
      />
    </div>
  );
}
