import { useLocale } from "next-intl";
import { editMessageAction } from "@/app/gesprek/actions";
import { classes } from "@/components/ui/classes";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import { replyHref } from "@/lib/conversation/talk-address";
import type { MessageView } from "@/lib/conversation/views";
import { formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { EditWords } from "./edit-words";

interface MessageListProps {
  readonly reference: string;
  readonly side: "school" | "office";
  readonly messages: readonly MessageView[];
  readonly maySend: boolean;
}

/** What both sides wrote, the oldest first. */
export function MessageList({ reference, side, messages, maySend }: MessageListProps) {
  return (
    <ol className="grid gap-3">
      {messages.map((message) => (
        <li
          key={message.id}
          id={`bericht-${message.id}`}
          className={classes(
            "grid max-w-[62ch] gap-1.5 rounded-xl border px-3.5 py-2.5",
            message.side === side ? "ml-auto w-11/12 border-line bg-wash" : "w-11/12 border-brand/30 bg-brand-wash",
            "print:ml-0 print:w-full",
          )}
        >
          <MessageHead message={message} />
          <Quoted text={message.quoted} />
          <p className="whitespace-pre-line wrap-anywhere">{message.words}</p>
          <MessageFoot message={message} side={side} maySend={maySend} />
          {message.mayEdit ? <EditMessage message={message} reference={reference} /> : null}
        </li>
      ))}
    </ol>
  );
}

function MessageHead({ message }: { readonly message: MessageView }) {
  const t = useTranslations("conversation");
  const locale = useLocale();
  const { author, isOwn, sentAt } = message;
  const name = author === null ? t("officeHidden") : `${author.name} (${author.organisation})`;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm text-ink-soft">
      <strong className="text-ink">{isOwn ? t("you") : name}</strong>
      <time dateTime={sentAt.toISOString()}>{formatMoment(sentAt, locale)}</time>
      {message.byMail ? <span>{t("byMail")}</span> : null}
      {message.isEdited ? <span>{t("edited")}</span> : null}
      {message.isNew ? <StatusTag tone="busy">{t("new")}</StatusTag> : null}
    </p>
  );
}

function Quoted({ text }: { readonly text: string | null }) {
  const t = useTranslations("conversation");
  if (text === null) return null;
  return (
    <blockquote className="border-l-2 border-line-strong pl-3 text-sm whitespace-pre-line wrap-anywhere text-ink-soft">
      <span className="sr-only">{t("quoted")} </span>
      {text}
    </blockquote>
  );
}

interface MessageFootProps {
  readonly message: MessageView;
  readonly side: "school" | "office";
  readonly maySend: boolean;
}

/** Of the own side's words whether the other has read them; of the other's words a way to answer. */
function MessageFoot({ message, side, maySend }: MessageFootProps) {
  const t = useTranslations("conversation");
  const locale = useLocale();
  if (message.side !== side) {
    return maySend ? (
      <p className="text-sm print:hidden">
        <TextLink href={replyHref(message.id)}>{t("reply")}</TextLink>
      </p>
    ) : null;
  }
  const reader = side === "school" ? "office" : "school";
  const notRead = reader === "school" ? t("read.notBySchool") : t("read.notByOffice");
  return (
    <p className="text-sm text-ink-soft">
      {message.readAt === null ? notRead : t(`read.${reader}`, { moment: formatMoment(message.readAt, locale) })}
    </p>
  );
}

function EditMessage({ message, reference }: { readonly message: MessageView; readonly reference: string }) {
  const t = useTranslations("conversation");
  return (
    <div className="print:hidden">
      <EditWords
        id={`aanpassen-${message.id}`}
        action={editMessageAction}
        given={{ reference, id: message.id }}
        words={message.words}
        hint={t("editHint")}
      />
    </div>
  );
}
