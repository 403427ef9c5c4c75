import { useLocale } from "next-intl";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import { formatDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { MandateState } from "@/lib/identity/mandates";
import type { MandateView } from "@/lib/identity/person-views";
import { roles } from "@/lib/identity/roles";

const tones = { current: "done", future: "wait", ended: "neutral" } as const satisfies Record<MandateState, Tone>;

interface MandateListProps {
  readonly mandates: readonly MandateView[];
  /** The one that this person works in now. */
  readonly currentId: string;
}

export function MandateList({ mandates, currentId }: MandateListProps) {
  const t = useTranslations("identity.account");
  const locale = useLocale();
  return (
    <ul className="grid gap-3">
      {mandates.map((mandate) => (
        <li key={mandate.id} className="grid gap-1 border-b border-line pb-3 last:border-b-0 last:pb-0">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <strong>{roles[mandate.role].label[locale]}</strong>
            <StatusTag tone={mandate.id === currentId ? "busy" : tones[mandate.state]}>
              {mandate.id === currentId ? t("current") : t(`state.${mandate.state}`)}
            </StatusTag>
          </span>
          <span>{mandate.organisationName}</span>
          <span className="text-sm text-ink-soft">
            <Period mandate={mandate} />
            {mandate.locations.length > 0 ? `. ${mandate.locations.join(", ")}` : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Period({ mandate }: { readonly mandate: Pick<MandateView, "validFrom" | "validUntil"> }) {
  const t = useTranslations("identity.account");
  const locale = useLocale();
  const from = formatDay(mandate.validFrom, locale);
  if (mandate.validUntil === null) return t("since", { from });
  return t("period", { from, until: formatDay(mandate.validUntil, locale) });
}
