import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { TableFaults } from "@/components/routing/table-faults";
import { UnroutableList } from "@/components/routing/unroutable-list";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/policy/can";
import { listTableFaults } from "@/lib/routing/queries/table-faults.server";
import { listUnroutable } from "@/lib/routing/queries.server";
import type { UnroutableLine } from "@/lib/routing/views";
import { now } from "@/lib/shared/clock";
import { readReference } from "@/lib/shared/reference";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

interface Props {
  readonly searchParams: Promise<{ readonly na?: string | string[]; readonly geplaatst?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("routing"))("title") };
}

export default async function RoutingPage({ searchParams }: Props) {
  const viewer = await pageViewer("/routering");
  if (viewer.kind === "office" && can(viewer, "rules:read", { officeId: viewer.officeId }))
    redirect("/routering/regels");
  if (!can(viewer, "unroutable:list", {})) notFound();
  const at = now();
  const { na, geplaatst } = await searchParams;
  const [waiting, faults, t, shell] = await Promise.all([
    listUnroutable(viewer, at, typeof na === "string" ? na : undefined),
    listTableFaults(viewer, at),
    getTranslations("routing"),
    shellProps(viewer, "/routering"),
  ]);
  const placed = placedOf(geplaatst, waiting.rows);
  return (
    <PageShell {...shell}>
      <PageHeading
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink href="/routering/gebieden">{t("areas.link")}</ButtonLink>
            <ButtonLink href="/routering/verhuizingen">{t("moves.link")}</ButtonLink>
          </>
        }
      />
      {placed === null ? null : (
        <Notice tone="success" title={t("placed")} takesFocus={true}>
          <p>{t("placedText", { reference: placed })}</p>
        </Notice>
      )}
      <UnroutableList page={waiting} />
      <TableFaults {...faults} />
    </PageShell>
  );
}

/** What was just placed, unless it still waits. */
function placedOf(said: string | string[] | undefined, waiting: readonly UnroutableLine[]): string | null {
  const reference = typeof said === "string" ? readReference(said) : null;
  return waiting.some((line) => line.reference === reference) ? null : reference;
}
