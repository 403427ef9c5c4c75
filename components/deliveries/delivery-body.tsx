import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { deliveryAddress, type Place } from "@/lib/deliveries/address";
import { balanceLines, otherLines } from "@/lib/deliveries/balance";
import { type Class, classes } from "@/lib/deliveries/classes";
import { datasets } from "@/lib/deliveries/datasets";
import type { DeliveryView } from "@/lib/deliveries/views";
import { formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { BalanceTable } from "./balance-table";
import { PeopleTable } from "./people-table";

interface DeliveryBodyProps {
  readonly view: DeliveryView;
  readonly place: Place;
  readonly markAction: (form: FormData) => Promise<void>;
}

/** What one sees before taking it: the sum, what changed, and the persons. */
export function DeliveryBody({ view, place, markAction }: DeliveryBodyProps) {
  return (
    <>
      <Balance view={view} />
      <Changed changes={view.changes} />
      <People view={view} place={place} markAction={markAction} />
    </>
  );
}

const addressOf = (id: string, place: Place) => `${deliveryAddress(id, place)}#personen`;

function Balance({ view: { line } }: { readonly view: DeliveryView }) {
  const t = useTranslations("deliveries.one");
  const { id, dataset, counts } = line;
  if (counts === null || datasets[dataset].method !== "netting") return null;
  const hrefOf = (name: Class) => addressOf(id, { only: name });
  const others = otherLines(counts);
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Card title={{ id: "balans", text: t("balance") }}>
        <BalanceTable caption={t("balanceCaption")} lines={balanceLines(counts)} hrefOf={hrefOf} />
      </Card>
      {others.length === 0 ? null : (
        <Card title={{ id: "verder", text: t("others") }}>
          <BalanceTable caption={t("others")} lines={others} hrefOf={hrefOf} />
        </Card>
      )}
    </div>
  );
}

function Changed({ changes }: Pick<DeliveryView, "changes">) {
  const [t, locale] = [useTranslations("deliveries.one"), useLocale()];
  if (changes === null) return null;
  const { since, added, gone, moved } = changes;
  return (
    <Card title={{ id: "veranderd", text: t("changes") }}>
      <p>{t("changesText", { moment: formatMoment(since.takenAt, locale), added, gone })}</p>
      <ul className="list-disc pl-5">
        {moved.map(({ from, to, count }) => (
          <li key={`${from} ${to}`}>{t("moved", { count, from: classes[from][locale], to: classes[to][locale] })}</li>
        ))}
      </ul>
    </Card>
  );
}

function People({ view, place, markAction }: DeliveryBodyProps) {
  const [t, locale] = [useTranslations("deliveries.one"), useLocale()];
  const { line, rows, nextCursor } = view;
  const { only, after } = place;
  const chosen = only ? classes[only][locale] : null;
  return (
    <section aria-labelledby="personen" className="grid gap-3">
      <h2 id="personen">{t("people")}</h2>
      <p className="text-ink-soft">
        {chosen === null ? t("peopleLead") : `${t("show", { name: chosen })}. `}
        {chosen === null ? null : <TextLink href={addressOf(line.id, {})}>{t("showAll")}</TextLink>}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t("nobody")}>{t("nobodyText")}</EmptyState>
      ) : (
        <PeopleTable caption={t("people")} deliveryId={line.id} place={place} rows={rows} markAction={markAction} />
      )}
      <Pagination
        label={t("pages")}
        previous={after === undefined ? null : { href: addressOf(line.id, { only }), label: t("first") }}
        next={nextCursor === null ? null : { href: addressOf(line.id, { only, after: nextCursor }), label: t("next") }}
      />
    </section>
  );
}
