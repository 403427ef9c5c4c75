import type { Label, Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { type Letter, toLetter } from "./letter-html";
import type { Fact } from "./letters";

/** To who keeps the rules of an office: that one of them names somebody who is gone. It names nobody itself. */
export function ruleFaultLetter(locale: Locale, origin: string): Letter {
  const t = translatorFor(locale);
  return toLetter({
    language: locale,
    subject: t("notifications.ruleFault.subject"),
    opening: [t("notifications.ruleFault.opening"), t("notifications.ruleFault.meanwhile")],
    facts: [],
    link: { text: t("notifications.ruleFault.open"), href: `${origin}/routering/regels` },
    closing: [t("notifications.ruleFault.once"), t("notifications.letter.noReply")],
  });
}

/** To the functional administrators: that the brake on destroying papers is on. */
export function stoppedPapersLetter(locale: Locale, origin: string): Letter {
  const t = translatorFor(locale);
  return toLetter({
    language: locale,
    subject: t("notifications.stoppedPapers.subject"),
    opening: [t("notifications.stoppedPapers.opening"), t("notifications.stoppedPapers.meanwhile")],
    facts: [],
    link: { text: t("notifications.stoppedPapers.open"), href: `${origin}/beheer/bewaren` },
    closing: [t("notifications.stoppedPapers.daily"), t("notifications.letter.noReply")],
  });
}

interface TermCounts {
  readonly soonCount: number;
  readonly overCount: number;
  readonly escalatedCount: number;
}

/** What is near or over its term, in numbers: which reports they are, the desk says after signing in. */
export function termLetter(
  { soonCount, overCount, escalatedCount }: TermCounts,
  locale: Locale,
  origin: string,
): Letter {
  const t = translatorFor(locale);
  const line = (name: string, count: number): readonly Fact[] => (count === 0 ? [] : [[name, String(count)]]);
  return toLetter({
    language: locale,
    subject: t("notifications.terms.subject", { over: overCount + escalatedCount, soon: soonCount }),
    opening: [t("notifications.terms.opening")],
    facts: [
      ...line(t("notifications.terms.over"), overCount),
      ...line(t("notifications.terms.soon"), soonCount),
      ...line(t("notifications.terms.escalated"), escalatedCount),
    ],
    link: { text: t("notifications.terms.open"), href: `${origin}/werkvoorraad?lijst=overdue` },
    closing: [t("notifications.terms.daily"), t("notifications.letter.noReply")],
  });
}

interface DeliveryFacts {
  readonly title: string;
  readonly newCount: number;
  readonly backCount: number;
}

/** To the coordinators of a regional point: how many, and never who (settled 9). */
export function deliveryLetter({ title, newCount, backCount }: DeliveryFacts, locale: Locale, origin: string): Letter {
  const t = translatorFor(locale);
  return toLetter({
    language: locale,
    subject: t("notifications.delivery.subject", { title }),
    opening: [
      t("notifications.delivery.opening", { title }),
      ...(newCount + backCount > 0 ? [t("notifications.delivery.counts", { newCount, backCount })] : []),
    ],
    facts: [],
    link: { text: t("notifications.delivery.open"), href: `${origin}/beveiligd/leveringen` },
    closing: [t("notifications.letter.noNames"), t("notifications.letter.noReply")],
  });
}

interface FiguresFacts {
  readonly subscriptionId: string;
  readonly title: Label;
  readonly rhythm: Label;
}

/** To who wants to hear of a view: what it counts, and never how many. */
export function figuresLetter({ subscriptionId, title, rhythm }: FiguresFacts, locale: Locale, origin: string): Letter {
  const t = translatorFor(locale);
  const href = `${origin}/beveiligd/cijfers/abonnement/${subscriptionId}`;
  return toLetter({
    language: locale,
    subject: t("notifications.figures.subject"),
    opening: [t("notifications.figures.opening"), title[locale]],
    facts: [],
    link: { text: t("notifications.figures.open"), href },
    secondLink: { text: t("notifications.figures.workbook"), href: `${href}?vorm=xlsx` },
    closing: [
      t("notifications.figures.rhythm", { rhythm: rhythm[locale].toLowerCase() }),
      t("notifications.letter.noReply"),
    ],
  });
}

/** To whoever heard of a view that is not there any more: nobody has to guess why no mail comes. */
export function endedFiguresLetter(title: Label | null, locale: Locale, origin: string): Letter {
  const t = translatorFor(locale);
  return toLetter({
    language: locale,
    subject: t("notifications.figuresEnded.subject"),
    opening: [t("notifications.figuresEnded.opening"), ...(title === null ? [] : [title[locale]])],
    facts: [],
    link: { text: t("notifications.figuresEnded.open"), href: `${origin}/beveiligd/cijfers` },
    closing: [t("notifications.figuresEnded.what"), t("notifications.letter.noReply")],
  });
}

/** Stands in a stored letter for the link that lets somebody in; filled in only while the mail leaves. */
export const invitationMark = "https://invitation-link.invalid/";

interface InvitationFacts {
  readonly locale: Locale;
  /** How many hours the link works. */
  readonly hours: number;
}

/** The letter with the link of an invitation, with a mark where the link must come. */
export function invitationLetter({ locale, hours }: InvitationFacts): Letter {
  const t = translatorFor(locale);
  return toLetter({
    language: locale,
    subject: t("notifications.invitation.subject"),
    opening: [t("notifications.invitation.opening"), t("notifications.invitation.term", { hours })],
    facts: [],
    link: { text: t("notifications.invitation.open"), href: invitationMark },
    closing: [t("notifications.invitation.unexpected"), t("notifications.letter.noReply")],
  });
}

export function fillIn<Words extends Pick<Letter, "text" | "html">>(letter: Words, link: () => string): Words {
  return {
    ...letter,
    text: letter.text.replaceAll(invitationMark, link),
    html: letter.html.replaceAll(invitationMark, link),
  };
}
