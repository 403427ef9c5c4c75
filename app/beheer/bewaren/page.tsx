import type { Metadata } from "next";
import { BrakeNotice } from "@/components/admin/brake-notice";
import { RunsTable, TomorrowTable } from "@/components/admin/retention-tables";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { findRetention } from "@/lib/attachments/queries/paper-runs.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";

const path = "/beheer/bewaren";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("retention"))("title") };
}

/** How many papers the desk destroys, and the brake on it. */
export default async function RetentionPage({ searchParams }: PageProps<"/beheer/bewaren">) {
  const viewer = await pageViewer(path);
  const { runs, tomorrow, stopped } = await orNotFound(() => findRetention(viewer, now()));
  const [shell, t, problems, { klaar }] = await Promise.all([
    shellProps(viewer, path),
    getTranslations("retention"),
    problemWords(),
    searchParams,
  ]);
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead")} />
      {klaar === "ja" && stopped === null ? (
        <Notice tone="success" title={t("released")} takesFocus={true}>
          <p>{t("releasedText")}</p>
        </Notice>
      ) : null}
      {stopped === null ? null : <BrakeNotice run={stopped} problems={problems} />}
      <Card title={{ id: "morgen", text: t("tomorrow.title") }}>
        <p className="max-w-text text-ink-soft">{t("tomorrow.lead")}</p>
        <TomorrowTable counts={tomorrow} />
      </Card>
      <Card title={{ id: "dagen", text: t("runs.title") }}>
        {runs.length === 0 ? <p className="text-ink-soft">{t("runs.empty")}</p> : <RunsTable runs={runs} />}
      </Card>
    </PageShell>
  );
}
