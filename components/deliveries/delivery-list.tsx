import { useLocale } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import { type DeliveryStatus, deliveryStatuses, isComing } from "@/lib/deliveries/delivery";
import { kindTitle, periodTitle } from "@/lib/deliveries/names";
import type { ListedDelivery } from "@/lib/deliveries/views";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { dayOf } from "@/lib/shared/calendar-date";

const tones = {
  planned: "busy",
  running: "busy",
  ready: "done",
  failed: "late",
  expired: "neutral",
} as const satisfies Record<DeliveryStatus, Tone>;

export function DeliveryList({ lines }: { readonly lines: readonly ListedDelivery[] }) {
  const [t, locale] = [useTranslations("deliveries"), useLocale()];
  const columns: readonly Column<ListedDelivery>[] = [
    { key: "name", header: t("name"), cell: (line) => <Name line={line} />, namesRow: true },
    { key: "period", header: t("period"), cell: ({ dataset, period }) => periodTitle(dataset, period, locale) },
    { key: "status", header: t("status"), cell: (line) => <Standing line={line} /> },
    {
      key: "persons",
      header: t("persons"),
      align: "end",
      cell: ({ counts }) => (counts === null ? null : formatNumber(counts.persons, locale)),
    },
    {
      key: "madeAt",
      header: t("madeAt"),
      showFrom: "lg",
      cell: ({ readyAt }) => (readyAt === null ? null : <Day>{formatDay(dayOf(readyAt), locale)}</Day>),
    },
    {
      key: "until",
      header: t("until"),
      showFrom: "xl",
      cell: ({ expiresOn }) => (expiresOn === null ? null : <Day>{formatDay(expiresOn, locale)}</Day>),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      showCaption={true}
      columns={columns}
      rows={lines}
      keyOf={({ id }) => id}
      linkOf={({ id }) => `/beveiligd/leveringen/${id}`}
      unread={{ has: ({ isNews }) => isNews, label: t("new") }}
    />
  );
}

function Name({ line: { dataset, version, wishes } }: { readonly line: ListedDelivery }) {
  const [t, locale] = [useTranslations("deliveries"), useLocale()];
  const name = kindTitle({ dataset, ages: wishes?.ages ?? null }, locale);
  return (
    <>
      {version === 1 ? name : `${name}, ${t("version", { version })}`}
      {wishes === null ? null : (
        <span className="block text-sm font-normal text-ink-soft">
          {t("wishes", { places: wishes.municipalities.length, purpose: wishes.purpose })}
        </span>
      )}
    </>
  );
}

function Standing({ line }: { readonly line: ListedDelivery }) {
  const [t, locale] = [useTranslations("deliveries"), useLocale()];
  const { status, progress } = line;
  if (line.isNews) return <ShortTag tone="wait">{t("new")}</ShortTag>;
  const text = deliveryStatuses[status][locale];
  if (!isComing(status)) return <ShortTag tone={tones[status]}>{text}</ShortTag>;
  if (progress === null) return <ShortTag tone={tones[status]}>{t("waiting")}</ShortTag>;
  const detail = t("progress", { percent: percentOf(progress) });
  return <ShortTag tone={tones[status]}>{`${text}, ${detail}`}</ShortTag>;
}

function Day({ children }: { readonly children: string }) {
  return <span className="whitespace-nowrap">{children}</span>;
}

/** Stays in one piece, however little room its column gets. */
function ShortTag({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className="whitespace-nowrap">
      <StatusTag tone={tone}>{children}</StatusTag>
    </span>
  );
}

/** Ready is not said before it is ready. */
export function percentOf(progress: number): number {
  return Math.min(99, Math.floor(progress * 100));
}
