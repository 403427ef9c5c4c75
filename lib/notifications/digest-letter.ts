import { formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { type Letter, toLetter } from "./letter-html";

interface DigestLine {
  readonly at: Date;
  /** The subject of the letter that it stands for: it names no student. */
  readonly subject: string;
}

/** What happened with one report. */
export interface DigestPart {
  /** The oldest first. */
  readonly lines: readonly DigestLine[];
  /** Who has it now, and what comes next. Null: that is not this reader's. */
  readonly standing: string | null;
}

/** `day`: its reader wants one letter a day. `outage`: mail could not leave for a while, and one letter is enough now. */
export type DigestReason = "day" | "outage";

interface DigestFacts {
  readonly locale: Locale;
  readonly reason: DigestReason;
  readonly parts: readonly DigestPart[];
  readonly origin: string;
}

const linesMost = 60;

/** One letter for many: what happened with each report, who has it now and what comes next, and where to read it. */
export function digestLetter({ locale, reason, parts, origin }: DigestFacts): Letter {
  const t = translatorFor(locale);
  const count = countLines(parts);
  const shown = firstParts(parts);
  const rest = count - countLines(shown);
  return toLetter({
    language: locale,
    subject: t("notifications.digest.subject", { count }),
    opening: [t(`notifications.digest.opening.${reason}`, { count })],
    facts: shown.flatMap(({ lines, standing }) => [
      ...lines.map(({ at, subject }) => [formatMoment(at, locale), subject] as const),
      ...(standing === null ? [] : [[t("notifications.digest.now"), standing] as const]),
    ]),
    link: { text: t("notifications.digest.open"), href: `${origin}/berichten` },
    closing: [
      ...(rest > 0 ? [t("notifications.digest.more", { count: rest })] : []),
      t("notifications.digest.choose"),
      t("notifications.letter.noNames"),
      t("notifications.letter.noReply"),
    ],
  });
}

function countLines(parts: readonly DigestPart[]): number {
  return parts.reduce((count, { lines }) => count + lines.length, 0);
}

/** No report is told of by half: of one with very many lines the newest stand there. */
function firstParts(parts: readonly DigestPart[]): readonly DigestPart[] {
  let room = linesMost;
  return parts.flatMap(({ lines, standing }) => {
    const kept = room <= 0 ? [] : lines.slice(-room);
    room -= kept.length;
    return kept.length === 0 ? [] : [{ lines: kept, standing }];
  });
}
