import { useLocale } from "next-intl";
import { holdPapersAction, releasePapersAction } from "@/app/bijlagen/actions";
import type { HoldView } from "@/lib/attachments/views";
import { formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { PapersAct } from "./papers-act";

interface PapersHoldProps {
  readonly reference: string;
  readonly hold: HoldView | null;
  readonly mayHold: boolean;
}

/** That papers stay longer than their term, and for the office why, with the way to say so or to end it. */
export function PapersHold({ reference, hold, mayHold }: PapersHoldProps) {
  return (
    <>
      {hold === null ? null : <Standing hold={hold} />}
      {mayHold && hold === null ? <Hold reference={reference} /> : null}
      {mayHold && hold !== null ? <Release reference={reference} /> : null}
    </>
  );
}

function Standing({ hold: { since, said } }: { readonly hold: HoldView }) {
  const [t, locale] = [useTranslations("attachments.end.hold"), useLocale()];
  if (said === null) return <p className="max-w-text text-sm text-ink-soft">{t("school")}</p>;
  return (
    <div className="grid max-w-text gap-1 rounded-lg bg-attention-wash px-3 py-2">
      <p className="font-semibold">{t("office")}</p>
      <p className="whitespace-pre-line wrap-anywhere">{said.reason}</p>
      <p className="text-sm text-ink-soft">{t("by", { name: said.by, moment: formatMoment(since, locale) })}</p>
    </div>
  );
}

interface OfReport {
  readonly reference: string;
}

function Hold({ reference }: OfReport) {
  const t = useTranslations("attachments.end.hold");
  const form = {
    id: "langer-bewaren",
    action: holdPapersAction,
    given: { reference },
    fields: [{ kind: "words", name: "reason", label: t("reason"), hint: t("reasonHint") }],
    button: t("button"),
    look: "secondary",
  } as const;
  return (
    <PapersAct summary={t("open")} form={form}>
      <p className="max-w-text">{t("lead")}</p>
    </PapersAct>
  );
}

function Release({ reference }: OfReport) {
  const t = useTranslations("attachments.end.release");
  const form = {
    id: "niet-langer-bewaren",
    action: releasePapersAction,
    given: { reference },
    fields: [],
    button: t("button"),
    look: "danger",
  } as const;
  return (
    <PapersAct summary={t("open")} form={form}>
      <p className="max-w-text">{t("lead")}</p>
    </PapersAct>
  );
}
