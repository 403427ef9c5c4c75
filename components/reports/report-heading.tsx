import { PageHeading } from "@/components/layout/page-heading";
import { ButtonLink } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import { absenceTypes } from "@/lib/reports/absence-types";
import { periodWords } from "@/lib/reports/reported-rows";
import type { ReportView } from "@/lib/reports/views";

interface ReportHeadingProps {
  readonly report: ReportView;
  readonly t: Translate;
  readonly locale: Locale;
}

export function ReportHeading({ report, t, locale }: ReportHeadingProps) {
  const { student, reference, ownReference, allows } = report;
  const title =
    student.group === null
      ? student.name
      : t("reports.page.studentInGroup", { name: student.name, group: student.group });
  const lead = [
    absenceTypes[report.type].label[locale],
    periodWords(report, t, locale),
    ownReference === null ? null : t("reports.page.ownReferenceOf", { reference: ownReference }),
  ];
  return (
    <PageHeading
      title={title}
      lead={lead.filter(Boolean).join(" · ")}
      actions={
        <>
          {allows.followUp ? (
            <ButtonLink href={`/meldingen/nieuw?vervolg=${reference}`}>{t("reports.page.followUp")}</ButtonLink>
          ) : null}
          <ButtonLink href={`/meldingen/${reference}/afdruk`} target="_blank">
            {t("reports.page.print")}
            <span className="sr-only"> ({t("reports.page.printNewTab")})</span>
          </ButtonLink>
          <ButtonLink href={`/meldingen/${reference}/leerling`} look="plain">
            {t("myReports.history.link")}
          </ButtonLink>
        </>
      }
    />
  );
}
