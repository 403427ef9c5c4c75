import type { ReactNode } from "react";
import { WhatIsNext } from "@/components/timeline/what-is-next";
import { Card } from "@/components/ui/card";
import type { Translate } from "@/lib/i18n/translator";
import { closeReasons } from "@/lib/reports/codes";
import type { ReportView } from "@/lib/reports/views";
import type { Now } from "@/lib/shared/clock";
import type { NarrateReader } from "@/lib/timeline/narrator";
import { statuses } from "@/lib/timeline/statuses";
import { ClosingWords } from "./closing-words";
import { isHiddenPlace } from "./destination";
import { ReportStatus } from "./report-status";

interface PromiseCardProps {
  readonly report: ReportView;
  readonly reader: NarrateReader;
  readonly now: Now;
  readonly t: Translate;
  readonly children?: ReactNode;
}

/** The answer to "what happens now?", first on the page and in words. */
export function PromiseCard({ report, reader, now, t, children }: PromiseCardProps) {
  const edge = report.status === "closed" || report.status === "withdrawn" ? "none" : "brand";
  return (
    <Card edge={edge}>
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2">
        <ReportStatus status={report.status} locale={reader.locale} />
        <h2>{whoHasIt(report, t)}</h2>
      </div>
      {statuses[report.status].open && report.office !== null ? (
        <p className="text-ink-soft">{statuses[report.status].meaning[reader.locale]}</p>
      ) : null}
      {report.closeReason === null ? null : (
        <p>{t("reports.promise.closedBecause", { reason: closeReasons[report.closeReason][reader.locale] })}</p>
      )}
      {report.status === "closed" ? (
        <ClosingWords report={report} reader={reader} t={t} />
      ) : (
        <WhatIsNext report={report} reader={reader} now={now} />
      )}
      {children}
    </Card>
  );
}

function whoHasIt(report: ReportView, t: Translate): string {
  const { status, office, officer } = report;
  if (status === "withdrawn") return t("reports.promise.withdrawn");
  if (isHiddenPlace(report)) return whoHasItHidden(status, t);
  if (office === null) return t("reports.promise.unroutable");
  if (status === "closed") return t("reports.promise.closed", { office: office.name });
  if (status === "noted") return t("reports.promise.noted", { office: office.name });
  return officer === null
    ? t("reports.promise.withOffice", { office: office.name })
    : t("reports.promise.withOfficer", { officer: officer.name, office: office.name });
}

function whoHasItHidden(status: ReportView["status"], t: Translate): string {
  if (status === "closed") return t("reports.promise.closedProtected");
  return status === "noted" ? t("reports.promise.notedProtected") : t("reports.promise.protected");
}
