import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { DeliveryBody } from "@/components/deliveries/delivery-body";
import { DeliveryReceipts } from "@/components/deliveries/delivery-receipts";
import { DeliveryStanding, DeliveryWishes } from "@/components/deliveries/delivery-standing";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { isClass } from "@/lib/deliveries/classes";
import { datasets } from "@/lib/deliveries/datasets";
import { isMark } from "@/lib/deliveries/marks";
import { findDelivery } from "@/lib/deliveries/queries/delivery.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId, onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { askAgainAction, markAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deliveries"))("title") };
}

export default async function DeliveryPage({ params, searchParams }: PageProps<"/beveiligd/leveringen/[id]">) {
  const id = onlyId((await params).id);
  if (id === undefined) notFound();
  const path = `/beveiligd/leveringen/${id}`;
  const viewer = await pageViewer(path);
  const asked = await searchParams;
  const only = onlyText(asked["soort"]);
  const name = only !== undefined && isClass(only) ? only : null;
  const mark = onlyText(asked["gedaan"]);
  const done = mark !== undefined && isMark(mark) ? mark : null;
  const cursor = onlyText(asked["na"]);
  const view = await orNotFound(() => findDelivery(viewer, now(), { id, class: name, done, cursor }));
  const [t, shell, locale] = await Promise.all([
    getTranslations("deliveries.one"),
    shellProps(viewer, path),
    getLocale(),
  ]);
  return (
    <PageShell {...shell}>
      <p className="print:hidden">
        <TextLink href="/beveiligd/leveringen">{t("back")}</TextLink>
      </p>
      <PageHeading title={view.line.title[locale]} lead={datasets[view.line.dataset].about[locale]} />
      <Done what={onlyText(asked["klaar"])} />
      <DeliveryWishes wishes={view.line.wishes} />
      <DeliveryStanding line={view.line} files={view.files} />
      {view.line.status === "ready" ? (
        <DeliveryBody
          view={view}
          place={{ only: name, done, after: cursor }}
          marked={markedIn(asked)}
          markAction={markAction}
        />
      ) : null}
      <DeliveryReceipts id={id} status={view.line.status} receipts={view.receipts} againAction={askAgainAction} />
    </PageShell>
  );
}

/** Of which line something was just said: -1 of one that may be gone from here. Null: of none. */
function markedIn(asked: Readonly<Record<string, string | string[] | undefined>>): number | null {
  if (onlyText(asked["klaar"]) !== "vastgelegd") return null;
  const row = onlyText(asked["rij"]);
  return row !== undefined && /^\d{1,2}$/.test(row) ? Number(row) : -1;
}

async function Done({ what }: { readonly what: string | undefined }) {
  if (what !== "ingelogd") return null;
  const t = await getTranslations("deliveries.stepUp");
  return (
    <Notice tone="success" title={t("done")} takesFocus={true}>
      <p>{t("doneText")}</p>
    </Notice>
  );
}
