import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { askCallAction, sendAction, tellCallAction } from "@/app/gesprek/actions";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Card } from "@/components/ui/card";
import { ChoiceCard } from "@/components/ui/choice-group";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import { wordsLimit } from "@/lib/conversation/inputs";
import type { TalkAddress } from "@/lib/conversation/talk-address";
import type { ConversationView } from "@/lib/conversation/views";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Status } from "@/lib/timeline/statuses";
import { MessageList } from "./message-list";
import { SaidNotice } from "./said-notice";
import { WordsForm } from "./words-form";
import { wordsFormText } from "./words-form-text";

interface ConversationCardProps {
  readonly conversation: ConversationView;
  readonly report: { readonly reference: string; readonly status: Status; readonly outcome: "assigned" | "unroutable" };
  readonly side: "school" | "office";
  readonly address: TalkAddress;
}

/** What school and office wrote to each other about this report, and a box to write more. */
export function ConversationCard({ conversation, report, side, address }: ConversationCardProps) {
  const t = useTranslations("conversation");
  const { messages, hasEarlier, allows } = conversation;
  return (
    <Card title={{ id: "gesprek", text: t("title") }}>
      <SaidNotice said={address.said} here={["verstuurd", "aangepast", "belverzoek", "gebeld"]} />
      {hasEarlier ? <p className="text-sm text-ink-soft">{t("earlier", { count: messages.length })}</p> : null}
      {messages.length === 0 ? (
        <p className="text-ink-soft">{t(`empty.${allows.send ? side : "reader"}`)}</p>
      ) : (
        <MessageList reference={report.reference} side={side} messages={messages} maySend={allows.send} />
      )}
      {allows.send ? (
        <WriteForm conversation={conversation} report={report} side={side} address={address} />
      ) : (
        <p className="text-sm text-ink-soft">{t(whySilent(report))}</p>
      )}
      {allows.send && side === "school" ? <CallForms reference={report.reference} count={messages.length} /> : null}
    </Card>
  );
}

function whySilent({ status, outcome }: ConversationCardProps["report"]) {
  if (status === "withdrawn") return "over";
  return outcome === "unroutable" ? "unplaced" : "readOnly";
}

function WriteForm({ conversation, report, side, address }: ConversationCardProps) {
  const t = useTranslations("conversation");
  const { messages, drafts } = conversation;
  const answered = messages.find(({ id }) => id === address.replyTo);
  const isClosed = report.status === "closed";
  return (
    <div className="grid gap-3 border-t border-line pt-4 print:hidden">
      {isClosed ? <p className="text-sm text-ink-soft">{t(`closed.${side}`)}</p> : null}
      {answered === undefined ? null : <Answering words={answered.words} />}
      <WordsForm
        // What was sent is not typed again; what was refused stays.
        key={`${messages.findLast(({ isOwn }) => isOwn)?.id ?? ""} ${answered?.id ?? ""}`}
        id="bericht"
        action={sendAction}
        given={{ reference: report.reference, ...(answered === undefined ? {} : { replyTo: answered.id }) }}
        label={t(`write.${side}`)}
        hint={t(side === "school" ? "write.hintSchool" : "write.hintOffice")}
        start={drafts["message"] ?? ""}
        limit={wordsLimit}
        button={t("write.button")}
        text={wordsFormText(t)}
        draft={{ address: "/gesprek/concept", about: "message", kept: t("write.kept") }}
      >
        {isClosed && side === "school" ? (
          <ChoiceCard kind="checkbox" name="asksReopening" id="heropenen-vragen" value="ja" label={t("write.reopen")} />
        ) : null}
      </WordsForm>
    </div>
  );
}

interface CallFormsProps {
  readonly reference: string;
  readonly count: number;
}

/** The telephone is quicker than writing; what was asked or said by it stands on the timeline all the same. */
function CallForms(place: CallFormsProps) {
  const t = useTranslations("conversation");
  return (
    <div className="grid gap-2 print:hidden">
      <CallForm
        {...place}
        id="bel"
        action={askCallAction}
        fields={[
          { kind: "line", name: "phone", label: t("call.phone"), hint: t("call.phoneHint") },
          { kind: "line", name: "times", label: t("call.times"), hint: t("call.timesHint") },
        ]}
        words={{ title: t("call.title"), lead: t("call.lead"), button: t("call.button") }}
      />
      <CallForm
        {...place}
        id="gebeld"
        action={tellCallAction}
        fields={[{ kind: "line", name: "words", label: t("called.words"), hint: t("called.wordsHint") }]}
        words={{ title: t("called.title"), lead: t("called.lead"), button: t("called.button") }}
      />
    </div>
  );
}

interface CallFormProps extends CallFormsProps, Pick<ComponentProps<typeof ActForm>, "id" | "action" | "fields"> {
  readonly words: Readonly<Record<"title" | "lead" | "button", string>>;
}

function CallForm({ reference, count, words, ...form }: CallFormProps) {
  const acts = useTranslations("inbox.acts");
  const locale = useLocale();
  return (
    <Details summary={words.title}>
      <p className="text-sm text-ink-soft">{words.lead}</p>
      <ActForm
        key={count}
        {...form}
        given={{ reference }}
        button={words.button}
        look="secondary"
        text={actText(acts, locale)}
      />
    </Details>
  );
}

function Answering({ words }: { readonly words: string }) {
  const t = useTranslations("conversation.write");
  return (
    <div className="grid gap-1 text-sm">
      <p className="font-semibold">{t("answering")}</p>
      <blockquote className="line-clamp-3 border-l-2 border-line-strong pl-3 whitespace-pre-line text-ink-soft">
        {words}
      </blockquote>
      <TextLink href="?#bericht">{t("notAnswering")}</TextLink>
    </div>
  );
}
