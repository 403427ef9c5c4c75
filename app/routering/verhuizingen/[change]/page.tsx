import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ActButton } from "@/components/account/act-button";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { changeSentence, moveStateSentence } from "@/components/routing/area-move-words";
import { DryRunTable } from "@/components/routing/dry-run-table";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { AreaMoveLine, DryRun } from "@/lib/casework/area-move";
import { tryAreaMove } from "@/lib/casework/queries/area-moves.server";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { areaMoveChoice } from "@/lib/routing/area-move-choice";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { dropAction, planAction } from "../actions";

const path = "/routering/verhuizingen";

interface Props {
  readonly params: Promise<{ readonly change: string }>;
  readonly searchParams: Promise<{ readonly klaar?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("routing.moves"))("tryTitle") };
}

/** Which open reports would follow a municipality, before anything happens; and the decision that they do. */
export default async function AreaMovePage({ params, searchParams }: Props) {
  const viewer = await pageViewer(path);
  const [{ change }, { klaar }] = await Promise.all([params, searchParams]);
  const [oldCode, effectiveOn] = change.split("_");
  const choice = areaMoveChoice.safeParse({ oldCode, effectiveOn });
  if (!choice.success) notFound();
  const run = await orNotFound(() => tryAreaMove(viewer, now(), choice.data));
  const [t, common, routing, locale, shell] = await Promise.all([
    getTranslations("routing.moves"),
    getTranslations("common"),
    getTranslations("routing"),
    getLocale(),
    shellProps(viewer, path),
  ]);
  const done = klaar === "gepland" || klaar === "afgezegd" ? klaar : null;
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[
          { label: routing("title"), href: "/routering" },
          { label: t("title"), href: path },
          { label: run.line.oldName },
        ]}
      />
      <PageHeading
        title={changeSentence(run.line, t, locale)}
        lead={t("onDay", { day: formatDay(run.line.effectiveOn, locale) })}
      />
      {done === null ? null : <Notice tone="success" title={t(`done.${done}`)} takesFocus={true} />}
      <Decision run={run} />
      <DryRunTable run={run} />
    </PageShell>
  );
}

async function Decision({ run }: { readonly run: DryRun }) {
  const [t, locale] = await Promise.all([getTranslations("routing.moves"), getLocale()]);
  const { line, movesCount, staysCount, hiddenCount, isCut } = run;
  const number = (count: number) => formatNumber(count, locale);
  return (
    <Card title={{ id: "wat", text: t("outcome") }} edge="attention">
      <p>{t("counts", { moves: number(movesCount), stays: number(staysCount) })}</p>
      {hiddenCount === 0 ? null : <p>{t("hidden", { count: number(hiddenCount) })}</p>}
      {isCut ? <p>{t("cut", { count: number(movesCount + staysCount), all: number(line.openCount) })}</p> : null}
      <p className="text-ink-soft">{moveStateSentence(line, t, locale)}</p>
      <p className="text-sm text-ink-soft">{t("help")}</p>
      <Button line={line} />
    </Card>
  );
}

async function Button({ line }: { readonly line: AreaMoveLine }) {
  const [t, locale, problems] = await Promise.all([getTranslations("routing.moves"), getLocale(), problemWords()]);
  const { oldCode, effectiveOn, isPlanned, doneOn, movedCount } = line;
  const fields = { oldCode, effectiveOn };
  if (!isPlanned) {
    const label = t("plan", { day: formatDay(effectiveOn, locale) });
    return <ActButton action={planAction} fields={fields} look="main" label={label} problems={problems} />;
  }
  if (doneOn !== null || movedCount > 0) return null;
  return <ActButton action={dropAction} fields={fields} look="plain" label={t("drop")} problems={problems} />;
}
