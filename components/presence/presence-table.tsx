import { removePresenceAction } from "@/app/routering/spreekuren/actions";
import { ActButton } from "@/components/account/act-button";
import type { ProblemWords } from "@/components/account/action-form";
import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { PresenceLine } from "@/lib/casework/presence";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Words } from "@/lib/i18n/words";
import { presenceTime } from "./presence-words";

interface PresenceTableProps {
  readonly hours: readonly PresenceLine[];
  readonly problems: ProblemWords;
}

/** All hours of the office, by school. */
export function PresenceTable({ hours, problems }: PresenceTableProps) {
  const t = useTranslations("presence");
  const people = useTranslations("people.weekday");
  return (
    <DataTable
      caption={t("caption")}
      columns={[
        { key: "school", header: t("school"), cell: ({ locationName }) => locationName, namesRow: true },
        { key: "when", header: t("when"), cell: (hour) => presenceTime(hour, t, people) },
        { key: "who", header: t("who"), cell: (hour) => <Who hour={hour} t={t} /> },
        { key: "place", header: t("place"), cell: ({ place }) => place ?? "", showFrom: "lg" },
        {
          key: "remove",
          header: t("remove"),
          cell: (hour) => (
            <ActButton
              action={removePresenceAction}
              fields={{ id: hour.id }}
              look="plain"
              label={t("remove")}
              spoken={t("removeOf", { school: hour.locationName, when: presenceTime(hour, t, people) })}
              problems={problems}
            />
          ),
        },
      ]}
      rows={hours}
      keyOf={({ id }) => id}
    />
  );
}

function Who({ hour: { officer, isGone }, t }: { readonly hour: PresenceLine; readonly t: Words<"presence"> }) {
  if (officer === null) return t("anybody");
  return (
    <span className="grid justify-items-start gap-1">
      {officer.name}
      {isGone ? <StatusTag tone="late">{t("gone")}</StatusTag> : null}
    </span>
  );
}
