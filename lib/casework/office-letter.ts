import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import type { CalendarDate } from "@/lib/shared/calendar-date";

/** A letter of an office to parents, as it is drawn. */
export interface OfficeLetter {
  readonly title: string;
  readonly sender: readonly string[];
  readonly addressee: readonly string[];
  readonly dateLine: string;
  readonly subject: string;
  /** What it is about, by name. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly paragraphs: readonly string[];
  readonly signature: readonly string[];
}

interface LetterParts {
  readonly title: string;
  readonly subject: string;
  readonly on: CalendarDate;
  readonly facts: OfficeLetter["facts"];
  readonly studentName: string;
  /** Empty: the register gives none, or it is not for a letter. */
  readonly address: readonly string[];
  readonly office: { readonly name: string; readonly email: string; readonly phone: string | null };
  readonly officerName: string;
  readonly text: string;
  /** What goes where the text has a mark, as in [leerling]. */
  readonly fill: Readonly<Record<string, string>>;
}

export function officeLetter(parts: LetterParts, t: Translate): OfficeLetter {
  const { office, officerName, fill } = parts;
  const filled = parts.text.replaceAll(/\[(\w+)\]/g, (mark, name: string) => fill[name] ?? mark);
  return {
    title: parts.title,
    sender: [office.name, office.email, ...(office.phone === null ? [] : [office.phone])],
    addressee: [t("letters.invitation.to", { name: parts.studentName }), ...parts.address],
    dateLine: formatDay(parts.on, "nl"),
    subject: parts.subject,
    facts: parts.facts,
    paragraphs: filled.split(/\n\s*\n/).map((paragraph) => paragraph.trim()),
    signature: [officerName, office.name],
  };
}
