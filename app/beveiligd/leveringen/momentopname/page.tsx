import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { SnapshotForm } from "@/components/deliveries/snapshot-form";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { columnLabel } from "@/lib/deliveries/column-labels";
import { columnsOf } from "@/lib/deliveries/columns";
import { findSnapshotChoices } from "@/lib/deliveries/queries/delivery.server";
import { formatWrittenDay } from "@/lib/i18n/format";
import { addDays } from "@/lib/shared/calendar-date";
import { now } from "@/lib/shared/clock";
import { filledForm } from "@/lib/web/form-state";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { askSnapshotAction } from "../actions";

const path = "/beveiligd/leveringen/momentopname";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deliveries.snapshot"))("title") };
}

export default async function SnapshotPage() {
  const viewer = await pageViewer(path);
  const at = now();
  const { municipalities } = await orNotFound(() => findSnapshotChoices(viewer, at));
  const [t, list, problems, shell, locale] = await Promise.all([
    getTranslations("deliveries.snapshot"),
    getTranslations("deliveries.one"),
    problemWords(),
    shellProps(viewer, path),
    getLocale(),
  ]);
  const words = {
    day: t("day"),
    dayHint: t("dayHint"),
    ageFrom: t("ageFrom"),
    ageUntil: t("ageUntil"),
    ageHint: t("ageHint"),
    municipalities: t("municipalities"),
    municipalitiesHint: t("municipalitiesHint"),
    columns: t("columns"),
    columnsHint: t("columnsHint"),
    purpose: t("purpose"),
    purposeHint: t("purposeHint"),
    search: t("search"),
    countedText: t("countedText"),
    submit: t("submit"),
  };
  const start = filledForm({ day: formatWrittenDay(addDays(at.today, -1)), ageFrom: "12", ageUntil: "26" });
  return (
    <PageShell {...shell} width="form">
      <p>
        <TextLink href="/beveiligd/leveringen">{list("back")}</TextLink>
      </p>
      <PageHeading title={t("title")} lead={t("lead")} />
      <Card spacing="wide">
        <SnapshotForm
          action={askSnapshotAction}
          start={start}
          words={words}
          counted={t("counted", { count: "COUNT" })}
          problems={problems}
          municipalities={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          columns={columnsOf("snapshot", []).map((name) => ({ value: name, label: columnLabel(name, locale) }))}
        />
      </Card>
    </PageShell>
  );
}
