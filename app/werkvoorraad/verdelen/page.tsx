import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ActButton } from "@/components/account/act-button";
import { DistributionForm } from "@/components/distribution/distribution-form";
import { Receivers } from "@/components/distribution/receivers";
import { WaitingList } from "@/components/distribution/waiting-list";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { PageNews } from "@/components/live/page-news";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { type GivenJustNow, waitingMost } from "@/lib/casework/distribution";
import { findDistribution } from "@/lib/casework/queries/distribution.server";
import { formatCount } from "@/lib/i18n/format";
import { now as readClock } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { countIn, onlyId } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { distributeAction, undoAction } from "./actions";

const path = "/werkvoorraad/verdelen";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("distribution"))("title") };
}

/** What nobody has yet beside who could have it: chosen and given, dragged, or by a digit. */
export default async function DistributionPage({ searchParams }: Props) {
  const [viewer, query] = await Promise.all([pageViewer(path), searchParams]);
  if (viewer.kind !== "office") notFound();
  const now = readClock();
  const { waiting, waitingCount, team, mayHandOver, given } = await orNotFound(() =>
    findDistribution(viewer, now, onlyId(query["gegeven"]) ?? null),
  );
  const [t, shell, locale, problems] = await Promise.all([
    getTranslations("distribution"),
    shellProps(viewer, path),
    getLocale(),
    problemWords(),
  ]);
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead")} />
      {given === null ? null : <Given given={given} taken={countIn(query["voor"])} stays={countIn(query["blijven"])} />}
      <Undone count={countIn(query["terug"])} />
      {waiting.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <DistributionForm
          // What was chosen is given, so the next choice begins anew.
          key={given?.act ?? ""}
          action={distributeAction}
          words={{
            problems,
            none: t("chosen.none"),
            one: t("chosen.one"),
            more: t("chosen.more", { count: "COUNT" }),
            submit: t("submit"),
            pending: t("pending"),
            keysTitle: t("keysTitle"),
            keys: t("keys"),
          }}
          list={
            <>
              <h2>{t("waiting", { count: waitingCount, shown: formatCount(waitingCount, locale) })}</h2>
              {waitingCount > waitingMost ? (
                <p className="text-ink-soft">{t("oldest", { count: waitingMost })}</p>
              ) : null}
              <WaitingList waiting={waiting} now={now} />
            </>
          }
          receivers={<Receivers team={team} mayHandOver={mayHandOver} />}
        />
      )}
      <PageNews now={now} />
    </PageShell>
  );
}

interface GivenProps {
  readonly given: GivenJustNow;
  readonly taken: number;
  readonly stays: number;
}

/** What was just done, as long as it can be undone. */
async function Given({ given: { act, count, receivers }, taken, stays }: GivenProps) {
  const [t, locale, problems] = await Promise.all([getTranslations("distribution.done"), getLocale(), problemWords()]);
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(receivers);
  return (
    <Notice key={act} tone="success" title={t("title", { count, names })} takesFocus={true}>
      {taken === 0 ? null : <p>{t("taken", { count: taken })}</p>}
      {stays === 0 ? null : <p>{t("stays", { count: stays })}</p>}
      <ActButton action={undoAction} fields={{ act }} look="secondary" label={t("undo")} problems={problems} />
    </Notice>
  );
}

async function Undone({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <Notice
      tone="success"
      title={(await getTranslations("distribution.done"))("undone", { count })}
      takesFocus={true}
    />
  );
}
