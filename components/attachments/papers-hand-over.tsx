import { useLocale } from "next-intl";
import { handOverPapersAction } from "@/app/bijlagen/actions";
import type { PapersView } from "@/lib/attachments/views";
import { formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { PapersAct } from "./papers-act";

interface PapersHandOverProps {
  readonly reference: string;
  readonly papers: Pick<PapersView, "handOver" | "toHandOver" | "hold">;
}

/** That the papers are in the file of the municipality, and the way to say so. */
export function PapersHandOver({ reference, papers: { handOver, toHandOver, hold } }: PapersHandOverProps) {
  const [t, locale] = [useTranslations("attachments.end.handOver"), useLocale()];
  return (
    <>
      {handOver === null ? null : (
        <p className="max-w-text text-sm">
          {t(handOver.by === null ? "school" : "office", {
            count: handOver.count,
            name: handOver.by ?? "",
            moment: formatMoment(handOver.at, locale),
          })}{" "}
          {t(stageOf(handOver.isDone, hold !== null))}
        </p>
      )}
      {toHandOver === null ? null : <HandOver reference={reference} count={toHandOver} isHeld={hold !== null} />}
    </>
  );
}

function stageOf(isDone: boolean, isHeld: boolean): "done" | "held" | "then" {
  if (isDone) return "done";
  return isHeld ? "held" : "then";
}

interface HandOverProps {
  readonly reference: string;
  readonly count: number;
  readonly isHeld: boolean;
}

function HandOver({ reference, count, isHeld }: HandOverProps) {
  const t = useTranslations("attachments.end.handOver");
  const form = {
    id: "overgenomen",
    action: handOverPapersAction,
    given: { reference, papers: String(count) },
    fields: [],
    button: t("button", { count }),
    look: "danger",
  } as const;
  return (
    <PapersAct summary={t("open")} form={form}>
      <p className="max-w-text">{t("lead", { count })}</p>
      <p className="max-w-text">{isHeld ? t("leadHeld") : t("warning", { count })}</p>
    </PapersAct>
  );
}
