import { useLocale } from "next-intl";
import { settleSignalAction } from "@/app/werkvoorraad/actions";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { actOfSignal, type Signal, signalKinds } from "@/lib/casework/signals";
import { formatDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { ReportAllows } from "@/lib/reports/views";
import { ActForm } from "./act-form";
import { actText } from "./act-text";

interface SignalNoticesProps {
  readonly signals: readonly Signal[];
  readonly report: { readonly reference: string; readonly allows: Pick<ReportAllows, "record" | "transfer"> };
  /** What is offered already needs no second offer. */
  readonly isOffered: boolean;
}

/** What the register says since the report was filed, each with the act that fits, or to be seen and put away. */
export function SignalNotices({ signals, report: { reference, allows }, isOffered }: SignalNoticesProps) {
  const [t, acts, locale] = [useTranslations("inbox.signals"), useTranslations("inbox.acts"), useLocale()];
  return signals.map((signal) => {
    const { title, text } = signalKinds[signal.kind];
    const act = isOffered || !allows.transfer ? null : actOfSignal(signal, reference);
    return (
      <Notice key={signal.kind} tone="warning" title={title[locale]}>
        <p>{text[locale].replace("{day}", formatDay(signal.on, locale))}</p>
        <div className="mt-1 flex flex-wrap items-start gap-2.5 print:hidden">
          {act === null ? null : <ButtonLink href={act}>{t("transfer")}</ButtonLink>}
          {allows.record ? (
            <ActForm
              id={`gezien-${signal.kind}`}
              action={settleSignalAction}
              given={{ reference, kind: signal.kind }}
              fields={[]}
              button={t("settle")}
              look="secondary"
              text={actText(acts, locale)}
            />
          ) : null}
        </div>
      </Notice>
    );
  });
}
