import { AskedCard } from "@/components/conversation/asked-card";
import { DraftList } from "@/components/reports/drafts/draft-list";
import { ImportList } from "@/components/reports/import/import-list";
import { ToConfirmCard } from "@/components/reports/to-confirm-card";
import { Notice } from "@/components/ui/notice";
import { listAsked } from "@/lib/conversation/queries.server";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { isFinished } from "@/lib/reports/import/views";
import { listDrafts } from "@/lib/reports/queries/drafts.server";
import { listImports } from "@/lib/reports/queries/imports.server";
import { findToConfirm } from "@/lib/reports/queries/to-confirm.server";
import type { Now } from "@/lib/shared/clock";
import { discardDraftAction } from "./actions";
import { dropImportAction } from "./importeren/actions";

interface WaitingProps {
  readonly viewer: SchoolViewer;
  readonly now: Now;
  readonly locale: Locale;
}

/** What somebody of the school has to do: answer, confirm, send or finish. */
export async function WhatWaits({ viewer, now, locale }: WaitingProps) {
  const [asked, toConfirm, drafts, imports] = await Promise.all([
    listAsked(viewer, now),
    findToConfirm(viewer, now),
    listDrafts(viewer, now),
    listImports(viewer, now),
  ]);
  return (
    <>
      <AskedCard lines={asked} />
      <ToConfirmCard reports={toConfirm} t={translatorFor(locale)} locale={locale} />
      <ImportList drop={dropImportAction} imports={imports.filter((line) => !isFinished(line))} locale={locale} />
      <DraftList drafts={drafts} discard={discardDraftAction} locale={locale} />
    </>
  );
}

const draftActs = ["bewaard", "apart", "klaargezet", "weg", "veranderd"] as const;

const listActs = ["bewaard", "weggegooid"] as const;

/** What was just done with a kept list. */
export function ListNotice({ done, t }: { readonly done: string | string[] | undefined; readonly t: Translate }) {
  const act = listActs.find((one) => one === done);
  return act === undefined ? null : <Notice tone="success" title={t(`myReports.keep.done.${act}`)} takesFocus={true} />;
}

/** What was just done with a draft. */
export function DraftNotice({ done, t }: { readonly done: string | string[] | undefined; readonly t: Translate }) {
  const act = draftActs.find((one) => one === done);
  if (act === undefined) return null;
  return (
    <Notice tone={act === "veranderd" ? "warning" : "success"} title={t(`drafts.done.${act}`)} takesFocus={true} />
  );
}
