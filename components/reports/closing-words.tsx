import { actsForSchool } from "@/lib/casework/acts-for-school";
import type { Translate } from "@/lib/i18n/translator";
import { closeNotes } from "@/lib/reports/codes";
import type { ReportView } from "@/lib/reports/views";
import type { NarrateReader } from "@/lib/timeline/narrator";

interface ClosingWordsProps {
  readonly report: ReportView;
  readonly reader: NarrateReader;
  readonly t: Translate;
}

/** What came of a report, for who sent it: what happens further, what the office did, and thanks. */
export function ClosingWords({ report, reader, t }: ClosingWordsProps) {
  if (report.closeNote === null) return null;
  const acts = actsForSchool(report.timeline, reader.locale);
  return (
    <>
      <p>{closeNotes[report.closeNote][reader.locale]}.</p>
      {acts.length === 0 ? null : (
        <div className="grid gap-1">
          <p>{t("clock.closing.did")}</p>
          <ul className="list-disc pl-5">
            {acts.map(([words, count]) => (
              <li key={words}>{t("clock.closing.act", { words, count })}</li>
            ))}
          </ul>
        </div>
      )}
      <p>{t("clock.closing.thanks")}</p>
    </>
  );
}
