import { formats } from "@/lib/attachments/formats";
import { kinds } from "@/lib/attachments/kinds";
import type { DraftPaperView, PaperView } from "@/lib/attachments/views";
import { formatMoment, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { DraftPaperLine } from "./upload-list";

const kilobyte = 1024;

/** "Verzuimstaat · PDF · 1,2 MB" */
export function factsText(
  paper: Pick<PaperView, "kind" | "format" | "byteCount">,
  t: Translate,
  locale: Locale,
): string {
  return t("attachments.facts", {
    kind: kinds[paper.kind].label[locale],
    format: formats[paper.format].label[locale],
    size: sizeText(paper.byteCount, t, locale),
  });
}

export function sizeText(byteCount: number, t: Translate, locale: Locale): string {
  const kilobytes = Math.max(1, Math.round(byteCount / kilobyte));
  return kilobytes < kilobyte
    ? t("attachments.kilobytes", { size: formatNumber(kilobytes, locale) })
    : t("attachments.megabytes", { size: formatNumber(Math.round(kilobytes / 102.4) / 10, locale) });
}

export function senderText({ side, uploaderName, uploadedAt }: PaperView, t: Translate, locale: Locale): string {
  const moment = formatMoment(uploadedAt, locale);
  return uploaderName === null
    ? t("attachments.sentHidden", { moment })
    : t("attachments.sentBy", { side, name: uploaderName, moment });
}

/** For the page on which the report is written. */
export function draftPaperLine(paper: DraftPaperView, locale: Locale): DraftPaperLine {
  const t = translatorFor(locale);
  const { id, name, state, uploadedAt } = paper;
  const waits =
    state === "waiting" ? t("attachments.state.waiting", { moment: formatMoment(uploadedAt, locale) }) : null;
  return { id, name, facts: factsText(paper, t, locale), waits };
}
