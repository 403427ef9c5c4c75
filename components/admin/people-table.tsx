import { useLocale } from "next-intl";
import { Period } from "@/components/account/mandate-list";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import { formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { AccountState, MandateView, PersonView } from "@/lib/identity/person-views";
import { roles } from "@/lib/identity/roles";

const tones = {
  invited: "wait",
  "invitation-over": "late",
  active: "done",
  disabled: "neutral",
} as const satisfies Record<AccountState, Tone>;

export function AccountStateTag({ state }: { readonly state: AccountState }) {
  const t = useTranslations("admin.people");
  return <StatusTag tone={tones[state]}>{t(`states.${state}`)}</StatusTag>;
}

interface PeopleTableProps {
  readonly organisation: string;
  readonly people: readonly PersonView[];
}

export function PeopleTable({ organisation, people }: PeopleTableProps) {
  const t = useTranslations("admin.people");
  const locale = useLocale();
  const columns: readonly Column<PersonView>[] = [
    { key: "name", header: t("name"), cell: ({ name }) => name, namesRow: true },
    {
      key: "role",
      header: t("role"),
      cell: ({ mandates }) => <Lines mandates={mandates} line={(mandate) => roles[mandate.role].label[locale]} />,
    },
    {
      key: "period",
      header: t("period"),
      cell: ({ mandates }) => <Lines mandates={mandates} line={(mandate) => <Period mandate={mandate} />} />,
    },
    {
      key: "lastSignIn",
      header: t("lastSignIn"),
      showFrom: "lg",
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? t("never") : formatMoment(lastSignInAt, locale)),
    },
    { key: "state", header: t("state"), cell: ({ state }) => <AccountStateTag state={state} /> },
  ];
  return (
    <DataTable
      caption={t("caption", { organisation })}
      columns={columns}
      rows={people}
      keyOf={({ accountId }) => accountId}
      linkOf={({ accountId }) => `/beheer/mensen/${accountId}`}
    />
  );
}

interface LinesProps {
  readonly mandates: readonly MandateView[];
  readonly line: (mandate: MandateView) => React.ReactNode;
}

/** One line for each function, so that role and period stand beside each other. */
function Lines({ mandates, line }: LinesProps) {
  return mandates.map((mandate) => (
    <span key={mandate.id} className={mandate.state === "ended" ? "block text-ink-soft" : "block"}>
      {line(mandate)}
    </span>
  ));
}
