import type { Metadata } from "next";
import { AccessLogTable } from "@/components/admin/access-log-table";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { listAccessLog } from "@/lib/identity/access-log.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId, onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.log"))("title") };
}

export default async function AccessLogPage({ searchParams }: Props) {
  const viewer = await pageViewer("/beheer/toegangslog");
  const { wie, object, na } = await searchParams;
  const asked = { actor: onlyText(wie), object: onlyText(object), after: onlyId(na) };
  const { rows, nextCursor } = await orNotFound(() => listAccessLog(viewer, asked, now()));
  const [t, shell] = await Promise.all([getTranslations("admin.log"), shellProps(viewer, "/beheer/toegangslog")]);
  const filter = { ...(asked.actor && { wie: asked.actor }), ...(asked.object && { object: asked.object }) };
  const older = nextCursor === null ? null : `?${new URLSearchParams({ ...filter, na: nextCursor })}`;
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead")} />
      <Card>
        <form action="/beheer/toegangslog" className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
          <TextField name="wie" label={t("actor")} autoComplete="off" defaultValue={asked.actor} />
          <TextField name="object" label={t("object")} autoComplete="off" defaultValue={asked.object} />
          <div>
            <SubmitButton look="secondary">{t("filter")}</SubmitButton>
          </div>
        </form>
      </Card>
      {rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <AccessLogTable rows={rows} />
      )}
      <Pagination label={t("title")} next={older === null ? null : { href: older, label: t("older") }} />
    </PageShell>
  );
}
