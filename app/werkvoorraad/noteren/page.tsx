import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { WriteDownForm } from "@/components/inbox/write-down-form";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { messages } from "@/lib/i18n/messages";
import { can } from "@/lib/policy/can";
import { absenceType, absenceTypesOn } from "@/lib/reports/absence-types";
import { options, reasons } from "@/lib/reports/codes";
import { now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { writeDownAction } from "./actions";

const path = "/werkvoorraad/noteren";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox.writeDown"))("title") };
}

/** A school is on the telephone: what it says is written down here, and the school is asked to confirm it. */
export default async function WriteDownPage() {
  const viewer = await pageViewer(path);
  if (viewer.kind !== "office" || !can(viewer, "report:write-down", { officeId: viewer.officeId })) notFound();
  const [t, inbox, common, locale, problems, shell] = await Promise.all([
    getTranslations("inbox.writeDown"),
    getTranslations("inbox"),
    getTranslations("common"),
    getLocale(),
    problemWords(),
    shellProps(viewer, path),
  ]);
  // Late arrivals are moments, and the school has them.
  const types = absenceTypesOn(now().today).filter((code) => !absenceType(code).asks.arrivals);
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[{ label: inbox("title"), href: "/werkvoorraad" }, { label: t("title") }]}
      />
      <PageHeading title={t("title")} lead={t("lead")} />
      <Card spacing="wide">
        <WriteDownForm
          action={writeDownAction}
          submissionId={newId()}
          types={types.map((value) => ({ value, label: absenceType(value).label[locale] }))}
          reasons={options(reasons, locale)}
          words={messages[locale].inbox.writeDown.form}
          problems={problems}
        />
      </Card>
    </PageShell>
  );
}
