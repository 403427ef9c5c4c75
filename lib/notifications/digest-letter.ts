import { formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { type Letter, toLetter } from "./letter-html";

export interface DigestLine {
  readonly at: Date;
  /** The subject of the letter that it stands for: it names no student. */
  readonly subject: string;
}

/** `day`: its reader wants one letter a day. `outage`: mail could not leave for a while, and one letter is enough now. */
export type DigestReason = "day" | "outage";

interface DigestFacts {
  readonly locale: Locale;
  readonly reason: DigestReason;
  /** The oldest first. */
  readonly lines: readonly DigestLine[];
  readonly origin: string;
}

const linesMost = 60;

/** One letter for many: what happened, the oldest first, and where to read it. */
export function digestLetter({ locale, reason, lines, origin }: DigestFacts): Letter {
  const t = translatorFor(locale);
  const count = lines.length;
  const shown = lines.slice(0, linesMost);
  const rest = count - shown.length;
  return toLetter({
    language: locale,
    subject: t("notifications.digest.subject", { count }),
    opening: [t(`notifications.digest.opening.${reason}`, { count })],
    facts: shown.map(({ at, subject }) => [formatMoment(at, locale), subject]),
    link: { text: t("notifications.digest.open"), href: `${origin}/berichten` },
    closing: [
      ...(rest > 0 ? [t("notifications.digest.more", { count: rest })] : []),
      t("notifications.digest.choose"),
      t("notifications.letter.noNames"),
      t("notifications.letter.noReply"),
    ],
  });
}
