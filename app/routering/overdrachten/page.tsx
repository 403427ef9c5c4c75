import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HowTo } from "@/components/layout/how-to";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { OfficeNav } from "@/components/routing/office-nav";
import { TransferList } from "@/components/transfers/transfer-list";
import { Notice } from "@/components/ui/notice";
import { listTransfers } from "@/lib/casework/queries/transfers.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { officePlaces } from "../office-places";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const path = "/routering/overdrachten";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox.between.lists"))("title") };
}

export default async function TransfersPage({ searchParams }: Props) {
  const viewer = await pageViewer(path);
  if (viewer.kind !== "office") notFound();
  const { incoming, outgoing, gone } = await orNotFound(() => listTransfers(viewer, now()));
  const [t, done, shell, { klaar }] = await Promise.all([
    getTranslations("inbox.between.lists"),
    getTranslations("inbox.acts.done"),
    shellProps(viewer, path),
    searchParams,
  ]);
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead", { office: viewer.organisationName })} />
      <OfficeNav current="transfers" open={officePlaces(viewer)} />
      <HowTo lines={[t("howTo.1"), t("howTo.2"), t("howTo.3")]} />
      {klaar === "geweigerd" ? (
        <Notice tone="success" title={done("geweigerd.title")} takesFocus={true}>
          <p>{done("geweigerd.text")}</p>
        </Notice>
      ) : null}
      <TransferList kind="incoming" rows={incoming} />
      <TransferList kind="outgoing" rows={outgoing} />
      <TransferList kind="gone" rows={gone} />
    </PageShell>
  );
}
