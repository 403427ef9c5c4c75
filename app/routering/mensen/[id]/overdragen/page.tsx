import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ActButton } from "@/components/account/act-button";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { handOverInput } from "@/lib/casework/hand-over";
import { checkHandOver, findTeamMember, type HandOverCheck } from "@/lib/casework/queries.server";
import { formatNumber } from "@/lib/i18n/format";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { handOverAction } from "../../actions";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.handOver"))("title") };
}

/** How many would go to whom; nothing happens before the button. */
export default async function HandOverPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/routering/mensen");
  const at = now();
  const [{ id }, { naar }] = await Promise.all([params, searchParams]);
  const asked = handOverInput.safeParse({ accountId: onlyId(id), to: naar });
  if (!asked.success) notFound();
  const { member } = await orNotFound(() => findTeamMember(viewer, at, asked.data.accountId));
  const check = await orNotFound(() => checkHandOver(viewer, at, asked.data));
  const [t, problems, shell] = await Promise.all([
    getTranslations("people.handOver"),
    problemWords(),
    shellProps(viewer, "/routering/mensen"),
  ]);
  const isForOne = asked.data.to !== "team" && asked.data.to !== "inbox";
  const count = check.ok ? check.value.portions.reduce((sum, portion) => sum + portion.count, 0) : 0;
  return (
    <PageShell {...shell} width="form">
      <PageHeading
        title={t("checkTitle")}
        lead={t("checkLead")}
        actions={<ButtonLink href={`/routering/mensen/${member.id}`}>{t("back")}</ButtonLink>}
      />
      {check.ok ? (
        <Check check={check.value} name={member.name} isForOne={isForOne} />
      ) : (
        <Notice tone="warning" title={t("cannot")}>
          <p>{t("cannotText")}</p>
        </Notice>
      )}
      {count === 0 ? null : (
        <ActButton
          action={handOverAction}
          fields={asked.data}
          look="main"
          label={t("submit", { count })}
          problems={problems}
        />
      )}
    </PageShell>
  );
}

interface CheckProps {
  readonly check: HandOverCheck;
  readonly name: string;
  /** One colleague gets all of it, and so what was followed too. */
  readonly isForOne: boolean;
}

async function Check({ check, name, isForOne }: CheckProps) {
  const [t, locale] = await Promise.all([getTranslations("people.handOver"), getLocale()]);
  const { portions, staysCount } = check;
  return (
    <>
      {portions.length === 0 ? (
        <Notice title={t("nothing")}>
          <p>{t("nothingText")}</p>
        </Notice>
      ) : (
        <DataTable
          caption={t("caption")}
          columns={[
            {
              key: "to",
              header: t("receiver"),
              cell: ({ receiver }) => receiver?.name ?? t("sharedInbox"),
              namesRow: true,
            },
            { key: "count", header: t("count"), cell: (row) => formatNumber(row.count, locale), align: "end" },
          ]}
          rows={portions}
          keyOf={({ receiver }) => receiver?.id ?? "inbox"}
        />
      )}
      {isForOne && portions.length > 0 ? <p className="text-ink-soft">{t("followsText", { name })}</p> : null}
      {staysCount === 0 ? null : <Notice tone="warning">{t("staysText", { count: staysCount, name })}</Notice>}
    </>
  );
}
