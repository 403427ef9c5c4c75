import { useLocale } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { limits } from "@/lib/attachments/limits";
import { limitOf, type PapersOutcome } from "@/lib/attachments/outcome";
import type { PapersView, PaperView } from "@/lib/attachments/views";
import { formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";
import { KeptOne, keptDays, type PaperDay } from "./kept-days";
import { factsText, senderText } from "./paper-text";
import { PapersEnd } from "./papers-end";
import { UploadForm } from "./upload-form";
import { uploadOffer } from "./upload-offer";

interface PapersCardProps {
  readonly report: Pick<ReportView, "reference" | "allows" | "days" | "arrivals">;
  readonly side: "school" | "office";
  readonly papers: PapersView;
  /** What became of papers that were just sent without script. */
  readonly outcome: PapersOutcome;
}

/** The papers of a report, and the way to add one. */
export function PapersCard({ report, side, papers: view, outcome }: PapersCardProps) {
  const locale = useLocale();
  const t = translatorFor(locale);
  const { papers, room, isScanned, inPackage } = view;
  const kept = keptDays(view);
  const limit = limits.filesPerReport;
  return (
    <Card
      title={{ id: "bijlagen", text: t("attachments.title") }}
      beside={<span className="text-sm text-ink-soft">{t("attachments.count", { count: limit - room, limit })}</span>}
    >
      <Outcome outcome={outcome} t={t} />
      {papers.length === 0 ? (
        <p className="text-ink-soft">{t(`attachments.empty.${view.goneCount > 0 ? "gone" : side}`)}</p>
      ) : null}
      {papers.length === 0 ? null : (
        <ul className="grid gap-3">
          {papers.map((paper) => (
            <Paper key={paper.id} paper={paper} days={kept.each} t={t} locale={locale} />
          ))}
        </ul>
      )}
      {inPackage > 1 ? (
        <form method="post" action={`/bijlagen/alle/${report.reference}`} className="print:hidden">
          <Button type="submit" size="small">
            {t("attachments.all", { count: inPackage, side })}
          </Button>
        </form>
      ) : null}
      <PapersEnd reference={report.reference} papers={view} together={kept.all} t={t} locale={locale} />
      {isScanned ? null : <p className="max-w-text text-sm text-ink-soft">{t("attachments.unscanned")}</p>}
      {side === "school" && report.allows.attach && room > 0 && hasHours(report) ? (
        <MakeSheet reference={report.reference} t={t} />
      ) : null}
      {report.allows.attach ? <AddPaper reference={report.reference} room={room} t={t} locale={locale} /> : null}
    </Card>
  );
}

function hasHours({ days, arrivals }: Pick<ReportView, "days" | "arrivals">): boolean {
  return days.length > 0 || arrivals.length > 0;
}

/** The sheet that officers miss most, made of what the report says already. */
function MakeSheet({ reference, t }: { readonly reference: string; readonly t: Translate }) {
  return (
    <form
      method="post"
      action={`/bijlagen/verzuimstaat/${reference}`}
      className="grid gap-2 border-t border-line pt-4 print:hidden"
    >
      <p className="max-w-text text-sm text-ink-soft">{t("attachments.sheet.offer")}</p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="soort" value="pdf" size="small">
          {t("attachments.sheet.pdf")}
        </Button>
        <Button type="submit" name="soort" value="csv" size="small">
          {t("attachments.sheet.csv")}
        </Button>
      </div>
    </form>
  );
}

function Outcome({ outcome, t }: { readonly outcome: PapersOutcome; readonly t: Translate }) {
  const { added, faults, act } = outcome;
  return (
    <>
      {act === null ? null : (
        <Notice tone="success" takesFocus={true}>
          <p>{t(`attachments.acted.${act}`)}</p>
        </Notice>
      )}
      {added === 0 ? null : (
        <Notice tone="success" takesFocus={faults.length === 0}>
          <p>{t("attachments.done", { count: added })}</p>
        </Notice>
      )}
      {faults.length === 0 ? null : (
        <Notice tone="danger" title={t("attachments.fault")} takesFocus={true}>
          {faults.map((code) => (
            <p key={code}>{t(`problems.${code}`, { limit: limitOf(code) })}</p>
          ))}
        </Notice>
      )}
    </>
  );
}

interface Telling {
  readonly t: Translate;
  readonly locale: Locale;
}

interface PaperProps extends Telling {
  readonly paper: PaperView;
  readonly days: readonly PaperDay[];
}

function Paper({ paper, days, t, locale }: PaperProps) {
  const name = paper.name ?? t("attachments.remove.gone");
  return (
    <li className="grid gap-x-4 gap-y-2 rounded-lg border border-line px-3.5 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-0.5">
        <p className="font-semibold wrap-anywhere">{name}</p>
        <p className="text-sm text-ink-soft">{factsText(paper, t, locale)}</p>
        <p className="text-sm text-ink-soft">{senderText(paper, t, locale)}</p>
        <KeptOne paper={paper} days={days} t={t} locale={locale} />
        {paper.state === "clean" ? null : (
          <p className="text-sm font-semibold text-attention">
            {t(`attachments.state.${paper.state}`, { moment: formatMoment(paper.uploadedAt, locale) })}
          </p>
        )}
      </div>
      {paper.state === "clean" ? (
        <div className="flex flex-wrap items-center gap-2 self-center print:hidden">
          <ButtonLink
            href={`/bijlagen/bekijken/${paper.id}`}
            size="small"
            aria-label={t("attachments.preview.lookName", { name })}
          >
            {t("attachments.preview.look")}
          </ButtonLink>
          <form method="post" action={`/bijlagen/bestand/${paper.id}`}>
            <Button type="submit" size="small" aria-label={t("attachments.openName", { name })}>
              {t("attachments.open")}
            </Button>
          </form>
        </div>
      ) : null}
      {paper.mayRemove ? <RemovePaper id={paper.id} name={name} t={t} /> : null}
    </li>
  );
}

/** Asks before it is done: there is no way back. */
function RemovePaper({ id, name, t }: { readonly id: string; readonly name: string; readonly t: Translate }) {
  return (
    <details className="text-sm sm:col-span-2 print:hidden">
      <summary className="w-fit cursor-pointer text-ink-soft underline-offset-3 hover:underline">
        <span aria-hidden="true">{t("attachments.remove.open")}</span>
        <span className="sr-only">{t("attachments.remove.name", { name })}</span>
      </summary>
      <form method="post" action={`/bijlagen/weg/${id}`} className="mt-2 grid max-w-text justify-items-start gap-2">
        <p>{t("attachments.remove.text")}</p>
        <Button type="submit" size="small" look="danger">
          {t("attachments.remove.button")}
        </Button>
      </form>
    </details>
  );
}

interface AddPaperProps extends Telling {
  readonly reference: string;
  readonly room: number;
}

function AddPaper({ reference, room, t, locale }: AddPaperProps) {
  const limit = limits.filesPerReport;
  if (room === 0) return <p className="text-sm text-ink-soft">{t("attachments.add.full", { limit })}</p>;
  return (
    <div className="grid gap-3 border-t border-line pt-4 print:hidden">
      <h3>{t("attachments.add.title")}</h3>
      <UploadForm id="bestand" address={`/bijlagen/${reference}`} offer={uploadOffer(locale)} isForPasted={true} />
    </div>
  );
}
