import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { Locale } from "@/lib/i18n/locale";
import { type Status, statuses } from "@/lib/timeline/statuses";

const tones = {
  registered: "neutral",
  in_progress: "busy",
  noted: "neutral",
  closed: "done",
  withdrawn: "neutral",
} as const satisfies Record<Status, Tone>;

/** The legal status by its own name. */
export function ReportStatus({ status, locale }: { readonly status: Status; readonly locale: Locale }) {
  return <StatusTag tone={tones[status]}>{statuses[status].label[locale]}</StatusTag>;
}
