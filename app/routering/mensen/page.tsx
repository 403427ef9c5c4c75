import type { Metadata } from "next";
import { HowTo } from "@/components/layout/how-to";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { OfficeNav } from "@/components/routing/office-nav";
import { TeamTable } from "@/components/team/team-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { listTeam } from "@/lib/casework/queries.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { countIn } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { officePlaces } from "../office-places";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function TeamPage({ searchParams }: Props) {
  const viewer = await pageViewer("/routering/mensen");
  const team = await orNotFound(() => listTeam(viewer, now()));
  const [t, shell, asked] = await Promise.all([
    getTranslations("people"),
    shellProps(viewer, "/routering/mensen"),
    searchParams,
  ]);
  const warned = team.filter(({ warning }) => warning !== null).length;
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead", { office: viewer.organisationName })} />
      <OfficeNav current="people" open={officePlaces(viewer)} />
      <HowTo lines={[t("howTo.1"), t("howTo.2"), t("howTo.3")]} />
      <HandedOver
        moved={countIn(asked["overgedragen"])}
        receivers={countIn(asked["aan"])}
        stays={countIn(asked["blijven"])}
      />
      {warned === 0 ? null : (
        <Notice tone="warning" title={t("warnings.title", { count: warned })}>
          <p>{t("warnings.text")}</p>
        </Notice>
      )}
      {team.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <TeamTable office={viewer.organisationName} team={team} />
      )}
    </PageShell>
  );
}

interface HandedOverProps {
  readonly moved: number;
  readonly receivers: number;
  readonly stays: number;
}

async function HandedOver({ moved, receivers, stays }: HandedOverProps) {
  if (moved === 0) return null;
  const t = await getTranslations("people.done");
  return (
    <Notice tone="success" title={t("handedOver", { count: moved })} takesFocus={true}>
      <p>{t("handedOverText", { receivers })}</p>
      {stays === 0 ? null : <p>{t("stays", { count: stays })}</p>}
    </Notice>
  );
}
