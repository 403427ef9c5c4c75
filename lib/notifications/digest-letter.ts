import { formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { byUrgency, type DigestLine, type DigestPart } from "./digest-part";
import { type Letter, toLetter } from "./letter-html";

/** `day`: its reader wants one letter a day. `outage`: mail could not leave for a while, and one letter is enough now. */
export type DigestReason = "day" | "outage";

/** A mailbox has no account: others read it, and choose for it. */
export type DigestReader = "person" | "mailbox";

interface DigestFacts {
  readonly locale: Locale;
  readonly reader: DigestReader;
  readonly reason: DigestReason;
  readonly parts: readonly DigestPart[];
  readonly origin: string;
}

const linesMost = 60;

const wordsFor = {
  person: {
    opening: { day: "notifications.digest.opening.day", outage: "notifications.digest.opening.outage" },
    open: "notifications.digest.open",
    path: "/berichten",
    choose: "notifications.digest.choose",
  },
  mailbox: {
    opening: { day: "notifications.digest.mailbox.opening", outage: "notifications.digest.opening.outage" },
    open: "notifications.digest.mailbox.open",
    path: "/",
    choose: "notifications.digest.mailbox.choose",
  },
} as const;

/** One letter for many: what happened with each report, who has it now and what comes next, and where to read it. */
export function digestLetter({ locale, reader, reason, parts, origin }: DigestFacts): Letter {
  const t = translatorFor(locale);
  const words = wordsFor[reader];
  const count = countEvents(parts);
  const shown = firstParts(parts.toSorted(byUrgency));
  const rest = count - countEvents(shown);
  return toLetter({
    language: locale,
    subject: t("notifications.digest.subject", { count }),
    opening: [t(words.opening[reason])],
    facts: [],
    parts: shown.map(({ heading, reference, lines, standing, href }) => ({
      heading,
      facts: [
        ...lines.map((line) => [formatMoment(line.at, locale), lineText(line, locale)] as const),
        ...(standing === null ? [] : [[t("notifications.digest.now"), standing] as const]),
      ],
      link: { text: t("notifications.digest.openOne", { reference }), href },
    })),
    link: { text: t(words.open), href: `${origin}${words.path}` },
    closing: [
      ...(rest > 0 ? [t("notifications.digest.more", { count: rest })] : []),
      t(words.choose),
      t("notifications.letter.noNames"),
      t("notifications.letter.noReply"),
    ],
  });
}

function lineText({ text, times, firstAt, at }: DigestLine, locale: Locale): string {
  const since = formatMoment(firstAt, locale);
  const hasLasted = since === formatMoment(at, locale) ? "no" : "yes";
  const told = { text, count: times, since, hasLasted };
  return times === 1 ? text : translatorFor(locale)("notifications.digest.times", told);
}

function countEvents(parts: readonly DigestPart[]): number {
  return parts.flatMap(({ lines }) => lines).reduce((count, { times }) => count + times, 0);
}

/** No report is told of by half: of one with very many lines the newest stand there. */
function firstParts(parts: readonly DigestPart[]): readonly DigestPart[] {
  let room = linesMost;
  return parts.flatMap((part) => {
    const lines = room <= 0 ? [] : part.lines.slice(-room);
    room -= lines.length;
    return lines.length === 0 ? [] : [{ ...part, lines }];
  });
}
