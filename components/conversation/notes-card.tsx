import { useLocale } from "next-intl";
import { editNoteAction, writeNoteAction } from "@/app/gesprek/actions";
import { Card } from "@/components/ui/card";
import { wordsLimit } from "@/lib/conversation/inputs";
import type { TalkAddress } from "@/lib/conversation/talk-address";
import type { ConversationView, NoteView } from "@/lib/conversation/views";
import { formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { EditWords } from "./edit-words";
import { SaidNotice } from "./said-notice";
import { WordsForm } from "./words-form";
import { wordsFormText } from "./words-form-text";

interface NotesCardProps {
  readonly conversation: Pick<ConversationView, "notes" | "drafts" | "allows">;
  readonly reference: string;
  readonly address: TalkAddress;
}

/** What the office writes for itself: apart from the conversation, in another colour, and saying so. */
export function NotesCard({ conversation: { notes, drafts, allows }, reference, address }: NotesCardProps) {
  const t = useTranslations("conversation");
  return (
    <div className="print:hidden">
      <Card title={{ id: "notities", text: t("notes.title") }} edge="attention">
        <p className="text-sm text-ink-soft">{t("notes.only")}</p>
        <SaidNotice said={address.said} here={["genoteerd"]} />
        {notes.length === 0 ? (
          <p className="text-ink-soft">{t("notes.empty")}</p>
        ) : (
          <ol className="grid gap-3">
            {notes.map((note) => (
              <Note key={note.id} note={note} reference={reference} />
            ))}
          </ol>
        )}
        {allows.note ? (
          <WordsForm
            key={notes.at(-1)?.id}
            id="notitie"
            action={writeNoteAction}
            given={{ reference }}
            label={t("notes.write")}
            start={drafts["note"] ?? ""}
            draft={{ address: "/gesprek/concept", about: "note", kept: t("write.kept") }}
            limit={wordsLimit}
            rows={2}
            button={t("notes.button")}
            look="secondary"
            text={wordsFormText(t)}
          />
        ) : null}
      </Card>
    </div>
  );
}

function Note({ note, reference }: { readonly note: NoteView; readonly reference: string }) {
  const t = useTranslations("conversation");
  const locale = useLocale();
  return (
    <li className="grid gap-1 rounded-lg bg-attention-wash px-3 py-2">
      <p className="text-sm text-ink-soft">
        <strong className="text-ink">{note.isOwn ? t("you") : note.author}</strong>{" "}
        <time dateTime={note.writtenAt.toISOString()}>{formatMoment(note.writtenAt, locale)}</time>
        {note.isEdited ? ` · ${t("edited")}` : null}
      </p>
      <p className="whitespace-pre-line wrap-anywhere">{note.words}</p>
      {note.mayEdit ? (
        <EditWords
          id={`notitie-${note.id}`}
          action={editNoteAction}
          given={{ reference, id: note.id }}
          words={note.words}
        />
      ) : null}
    </li>
  );
}
