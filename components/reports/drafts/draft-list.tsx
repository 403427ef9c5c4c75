import type { FormTarget } from "@/components/layout/form-target";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { formatMoment, formatShortDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { DraftLine } from "@/lib/reports/draft";

interface DraftListProps {
  readonly drafts: readonly DraftLine[];
  /** Gets `id` and `version`. */
  readonly discard: FormTarget;
  readonly locale: Locale;
}

/** Drafts stand above the reports, and do not push them away. */
const shownAtOnce = 3;

/** What was not sent yet: first what waits for somebody who may send, then one's own. */
export function DraftList({ drafts, discard, locale }: DraftListProps) {
  const t = translatorFor(locale);
  const ready = drafts.filter(({ handedInAt }) => handedInAt !== null);
  const own = drafts.filter(({ handedInAt }) => handedInAt === null);
  const lines = { discard, locale, t };
  return (
    <>
      {ready.length === 0 ? null : (
        <Card title={{ id: "te-versturen", text: t("drafts.list.ready") }} edge="attention">
          <p className="text-sm text-ink-soft">
            {t(ready.some(({ maySend }) => maySend) ? "drafts.list.readyLead" : "drafts.list.readyOwnLead")}
          </p>
          <Lines drafts={ready} {...lines} />
        </Card>
      )}
      {own.length === 0 ? null : (
        <Card title={{ id: "concepten", text: t("drafts.list.own") }} edge="brand">
          <p className="text-sm text-ink-soft">{t("drafts.list.ownLead")}</p>
          <Lines drafts={own.slice(0, shownAtOnce)} {...lines} />
          {own.length <= shownAtOnce ? null : (
            <Details summary={t("drafts.list.more", { count: own.length - shownAtOnce })}>
              <Lines drafts={own.slice(shownAtOnce)} {...lines} />
            </Details>
          )}
        </Card>
      )}
    </>
  );
}

interface LinesProps extends DraftListProps {
  readonly t: Translate;
}

function Lines({ drafts, ...rest }: LinesProps) {
  return (
    <ul className="grid">
      {drafts.map((draft) => (
        <li key={draft.id} className="border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
          <Line draft={draft} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function Line({ draft, discard, t, locale }: Omit<LinesProps, "drafts"> & { readonly draft: DraftLine }) {
  const name = nameOf(draft, t);
  return (
    <div className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start sm:gap-x-6">
      <div className="min-w-0">
        <p>
          <strong>{name}</strong>, {outlineOf(draft, t, locale)}
        </p>
        <p className="text-sm text-ink-soft">{keptOf(draft, t, locale)}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink href={`/meldingen/nieuw?concept=${draft.id}`} size="small">
          {t(actOf(draft))}
          <span className="sr-only">: {name}</span>
        </ButtonLink>
        <Details summary={t("drafts.list.discard")}>
          <form action={discard} className="grid gap-2">
            <input type="hidden" name="id" value={draft.id} />
            <input type="hidden" name="version" value={draft.version} />
            <p className="text-sm">{t("drafts.list.discardText")}</p>
            <div>
              <Button type="submit" look="danger" size="small">
                {t("drafts.list.discardButton")}
              </Button>
            </div>
          </form>
        </Details>
      </div>
    </div>
  );
}

function actOf({ handedInAt, maySend }: DraftLine) {
  if (handedInAt === null) return "drafts.list.resume";
  return maySend ? "drafts.list.check" : "drafts.list.change";
}

function nameOf({ student }: DraftLine, t: Translate): string {
  if (student === null) return t("drafts.list.noStudent");
  const { name, group } = student;
  return group === null ? name : t("drafts.list.studentInGroup", { name, group });
}

function outlineOf({ type, firstDay }: DraftLine, t: Translate, locale: Locale): string {
  const what = type === null ? t("drafts.list.noType") : absenceTypes[type].label[locale];
  return firstDay === null ? what : `${what}, ${t("drafts.list.from", { day: formatShortDay(firstDay, locale) })}`;
}

function keptOf({ handedInAt, ownerName, savedAt, expiresOn }: DraftLine, t: Translate, locale: Locale): string {
  return handedInAt === null
    ? t("drafts.list.saved", { moment: formatMoment(savedAt, locale), day: formatShortDay(expiresOn, locale) })
    : t("drafts.list.prepared", { name: ownerName, moment: formatMoment(handedInAt, locale) });
}
