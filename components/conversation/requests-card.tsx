import { useLocale } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { StatusTag } from "@/components/ui/status-tag";
import { requestKinds } from "@/lib/conversation/request-kinds";
import type { TalkAddress } from "@/lib/conversation/talk-address";
import type { AnswerPaper, ConversationView, RequestView } from "@/lib/conversation/views";
import { formatMoment, formatWeekday } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { AnswerForms, DropForm } from "./request-forms";
import { SaidNotice } from "./said-notice";

interface RequestsCardProps {
  readonly conversation: Pick<ConversationView, "requests" | "drafts" | "allows">;
  readonly reference: string;
  readonly side: "school" | "office";
  readonly today: CalendarDate;
  readonly address: TalkAddress;
  /** There are hours of which the desk can make a sheet. */
  readonly canMakeSheet: boolean;
}

/** What the office asks of the school, each with its answer or a box to give it. */
export function RequestsCard({ conversation, reference, side, today, address, canMakeSheet }: RequestsCardProps) {
  const t = useTranslations("conversation.requests");
  const { requests, drafts, allows } = conversation;
  if (requests.length === 0) return null;
  const isWaiting = requests.some(({ state }) => state.kind === "waiting");
  return (
    <Card
      title={{ id: "vragen", text: side === "school" ? t("title") : t("titleOffice") }}
      edge={isWaiting ? "attention" : "none"}
    >
      <SaidNotice said={address.said} here={["gevraagd", "beantwoord", "vervallen"]} />
      <ol className="grid gap-4">
        {requests.map((request) => (
          <li key={request.id} className="grid gap-2 border-t border-line pt-3 first:border-0 first:pt-0">
            <RequestHead request={request} side={side} today={today} />
            {request.words === null ? null : <p className="whitespace-pre-line wrap-anywhere">{request.words}</p>}
            <RequestEnd request={request} />
            {request.state.kind === "waiting" && allows.answer ? (
              <AnswerForms
                request={request}
                reference={reference}
                start={drafts[request.id] ?? ""}
                canMakeSheet={canMakeSheet}
              />
            ) : null}
            {request.state.kind === "waiting" && allows.ask ? (
              <DropForm request={request} reference={reference} />
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}

interface RequestHeadProps {
  readonly request: RequestView;
  readonly side: "school" | "office";
  readonly today: CalendarDate;
}

function RequestHead({ request, side, today }: RequestHeadProps) {
  const t = useTranslations("conversation.requests");
  const locale = useLocale();
  const what = requestKinds[request.kind].what[locale];
  const { state } = request;
  const day = formatWeekday(request.dueOn, today, locale);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3>
          {side === "school" ? t("asked", { who: request.askedBy ?? t("someone"), what }) : t("askedOwn", { what })}
        </h3>
        <RequestTag state={state} />
      </div>
      {state.kind === "waiting" ? (
        <p className={state.isLate ? "text-sm text-danger" : "text-sm text-ink-soft"}>
          {state.isLate ? t("late", { day }) : t("due", { day })}
        </p>
      ) : null}
    </>
  );
}

function RequestTag({ state }: Pick<RequestView, "state">) {
  const t = useTranslations("conversation.requests");
  if (state.kind === "answered") return <StatusTag tone="done">{t("answered")}</StatusTag>;
  if (state.kind === "dropped" || state.kind === "lapsed") return null;
  return state.isLate ? (
    <StatusTag tone="late">{t("isLate")}</StatusTag>
  ) : (
    <StatusTag tone="wait">{t("waiting")}</StatusTag>
  );
}

function RequestEnd({ request: { state } }: { readonly request: RequestView }) {
  const t = useTranslations("conversation.requests");
  const locale = useLocale();
  if (state.kind === "waiting") return null;
  if (state.kind === "lapsed") return <p className="text-sm text-ink-soft">{t("lapsed")}</p>;
  const moment = formatMoment(state.at, locale);
  if (state.kind === "dropped") return <p className="text-sm text-ink-soft">{t("dropped", { moment })}</p>;
  return (
    <div className="grid gap-1 rounded-lg border border-line bg-wash px-3.5 py-2.5">
      {state.words === null ? null : <p className="whitespace-pre-line wrap-anywhere">{state.words}</p>}
      {state.paper === null ? null : <PaperAnswer paper={state.paper} />}
      <p className="text-sm text-ink-soft">{t("answeredBy", { who: state.by, moment })}</p>
    </div>
  );
}

function PaperAnswer({ paper: { id, name, isOpen } }: { readonly paper: AnswerPaper }) {
  const t = useTranslations("conversation.requests");
  const open = useTranslations("attachments")("open");
  if (name === null) return <p>{t("paperGone")}</p>;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <p className="min-w-0 wrap-anywhere">{t("withPaper", { name })}</p>
      {isOpen ? (
        <form method="post" action={`/bijlagen/bestand/${id}`} className="print:hidden">
          <Button type="submit" size="small" aria-label={t("paperOpen", { name })}>
            {open}
          </Button>
        </form>
      ) : (
        <p className="text-sm text-attention">{t("paperWaits")}</p>
      )}
    </div>
  );
}
