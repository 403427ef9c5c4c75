import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import type { Translate } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";
import { isHiddenPlace } from "./destination";

interface WithReportCardProps {
  readonly report: ReportView;
  readonly t: Translate;
}

/** Who is concerned with the report, on both sides, and how to reach them. */
export function WithReportCard({ report, t }: WithReportCardProps) {
  const { school, contact, reporterName } = report;
  const rows: readonly SummaryRow[] = [
    { term: t("reports.page.office"), value: <OfficeLines report={report} t={t} /> },
    { term: t("reports.page.school"), value: <Lines lines={[school.name, placeOf(school)]} /> },
    {
      term: t("reports.page.contact"),
      value: <Lines lines={[contact.name, contact.function, addressText(contact.email), phoneLink(contact.phone)]} />,
    },
    { term: t("reports.page.reporter"), value: reporterName },
  ];
  return (
    <Card title={{ id: "bij-deze-melding", text: t("reports.page.with") }}>
      <SummaryList rows={rows} />
    </Card>
  );
}

function placeOf({ name, locationName, city }: ReportView["school"]): string {
  return locationName === name ? city : `${locationName}, ${city}`;
}

function OfficeLines({ report, t }: { readonly report: ReportView; readonly t: Translate }) {
  if (isHiddenPlace(report)) return t("reports.page.officeProtected");
  const { office, officer } = report;
  if (office === null) return t("reports.page.officeNone");
  return (
    <Lines lines={[officer?.name, office.name, phoneLink(office.phone), mailLink(officer?.email ?? office.email)]} />
  );
}

function phoneLink(phone: string | null): ReactNode {
  return phone === null ? null : <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{phone}</a>;
}

function mailLink(email: string): ReactNode {
  return <a href={`mailto:${email}`}>{addressText(email)}</a>;
}

/** A long address goes on below before its @, and not within a word. */
function addressText(email: string | null): ReactNode {
  if (email === null) return null;
  const [name, ...host] = email.split("@");
  return (
    <>
      {name}
      <wbr />@{host.join("@")}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly ReactNode[] }) {
  const shown = lines.filter((line) => line !== null && line !== undefined && line !== "");
  return (
    <ul className="grid wrap-anywhere">
      {shown.map((line, place) => (
        <li key={typeof line === "string" ? line : `line-${String(place)}`}>{line}</li>
      ))}
    </ul>
  );
}
