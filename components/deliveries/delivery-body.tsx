import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { deliveryAddress, listAnchor, type Place } from "@/lib/deliveries/address";
import { balanceLines, otherLines } from "@/lib/deliveries/balance";
import { type Class, classes } from "@/lib/deliveries/classes";
import { datasets, hasBalance } from "@/lib/deliveries/datasets";
import { markCodes, marks } from "@/lib/deliveries/marks";
import type { DeliveryView } from "@/lib/deliveries/views";
import { formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { BalanceTable } from "./balance-table";
import { PeopleTable } from "./people-table";

interface DeliveryBodyProps {
  readonly view: DeliveryView;
  readonly place: Place;
  /** The line of which something was just said; -1 where it may be gone from here. Null: none. */
  readonly marked: number | null;
  readonly markAction: (form: FormData) => Promise<void>;
}

/** What one sees before taking it: the sum, what changed, and the persons. */
export function DeliveryBody(props: DeliveryBodyProps) {
  const { view } = props;
  return (
    <>
      <Balance view={view} />
      <Changed changes={view.changes} />
      <People {...props} />
    </>
  );
}

const addressOf = (id: string, place: Place) => `${deliveryAddress(id, place)}#${listAnchor}`;

function Balance({ view: { line } }: { readonly view: DeliveryView }) {
  const t = useTranslations("deliveries.one");
  const { id, dataset, counts } = line;
  if (counts === null || datasets[dataset].method !== "netting") return null;
  const hrefOf = (name: Class) => addressOf(id, { only: name });
  const [lines, others] = [balanceLines(dataset, counts), otherLines(counts)];
  const title = t(hasBalance(dataset) ? "balance" : "onAndOff");
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      {lines.length === 0 ? null : (
        <Card title={{ id: "balans", text: title }}>
          <BalanceTable caption={hasBalance(dataset) ? t("balanceCaption") : title} lines={lines} hrefOf={hrefOf} />
        </Card>
      )}
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

function People({ view, place, marked, markAction }: DeliveryBodyProps) {
  const [t, locale] = [useTranslations("deliveries.one"), useLocale()];
  const { line, rows, nextCursor } = view;
  const { only, done, after } = place;
  const chosen = only ? classes[only][locale] : null;
  return (
    <section aria-labelledby={listAnchor} className="grid gap-3">
      <h2 id={listAnchor}>{t("people")}</h2>
      <p className="text-ink-soft">
        {chosen === null ? t("peopleLead") : `${t("show", { name: chosen })}. `}
        {chosen === null ? null : <TextLink href={addressOf(line.id, { done })}>{t("showAll")}</TextLink>}{" "}
        {t("peopleOrder")}
      </p>
      <DoneChoice deliveryId={line.id} place={place} />
      <Marked isHere={marked === -1} />
      {rows.length === 0 ? (
        <EmptyState title={t(done ? "nobodyDone" : "nobody")}>{t(done ? "nobodyDoneText" : "nobodyText")}</EmptyState>
      ) : (
        <PeopleTable
          caption={t("people")}
          deliveryId={line.id}
          dataset={line.dataset}
          place={place}
          marked={marked}
          rows={rows}
          markAction={markAction}
        />
      )}
      <Pagination
        label={t("pages")}
        previous={after === undefined ? null : { href: addressOf(line.id, { only, done }), label: t("first") }}
        next={
          nextCursor === null ? null : { href: addressOf(line.id, { only, done, after: nextCursor }), label: t("next") }
        }
      />
    </section>
  );
}

/** Only whom something was done for, or nothing yet: the list to work from. */
function DoneChoice({ deliveryId, place }: { readonly deliveryId: string; readonly place: Place }) {
  const [t, locale] = [useTranslations("deliveries.one"), useLocale()];
  const { only, done = null } = place;
  return (
    <nav aria-label={t("doneChoice")} className="flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      {([null, ...markCodes] as const).map((mark) => (
        <TextLink
          key={mark ?? "all"}
          href={addressOf(deliveryId, { only, done: mark })}
          aria-current={mark === done ? "true" : undefined}
          className="aria-current:font-semibold aria-current:text-ink aria-current:no-underline"
        >
          {mark === null ? t("doneAll") : marks[mark][locale]}
        </TextLink>
      ))}
    </nav>
  );
}

/** What was said of somebody who may not stand in this list any more. */
function Marked({ isHere }: { readonly isHere: boolean }) {
  const t = useTranslations("deliveries.one");
  if (!isHere) return null;
  return (
    <Notice tone="success" title={t("marked")} takesFocus={true}>
      <p>{t("markedText")}</p>
    </Notice>
  );
}
