import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import type { ReportedRow } from "@/lib/reports/reported-rows";

interface ReportedCardProps {
  readonly title: string;
  readonly rows: readonly ReportedRow[];
}

export function ReportedCard({ title, rows }: ReportedCardProps) {
  return (
    <Card title={{ id: "gemeld", text: title }}>
      <SummaryList
        look="lined"
        rows={rows.map(({ term, value }) => ({
          term,
          value: <span className="break-words whitespace-pre-line">{value}</span>,
        }))}
      />
    </Card>
  );
}
