import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { ActButton } from "@/components/account/act-button";
import { MandateList, Period } from "@/components/account/mandate-list";
import { EndMandateForm } from "@/components/admin/end-mandate-form";
import { GrantForm } from "@/components/admin/grant-form";
import { MoveWorkForm } from "@/components/admin/move-work-form";
import { AccountStateTag } from "@/components/admin/people-table";
import { UnsentInvitation } from "@/components/admin/unsent-invitation";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { SummaryList } from "@/components/ui/summary-list";
import { formatMoment } from "@/lib/i18n/format";
import type { MandateView, PersonView } from "@/lib/identity/person-views";
import { findOrganisationToManage, findPerson } from "@/lib/identity/queries.server";
import { roles } from "@/lib/identity/roles";
import { findLeftWork } from "@/lib/reports/queries/left-work.server";
import { now } from "@/lib/shared/clock";
import { hasMailServer } from "@/lib/web/mail-server.server";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { disableAction, endMandateAction, grantAction, moveWorkAction, recoverAction } from "../../actions";
import { mandateChoices, mandateWords } from "../../mandate-words";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const outcomes = ["uitgenodigd", "functie", "beeindigd", "gesloten", "concepten"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.people"))("title") };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/beheer");
  const [{ id }, { klaar }] = await Promise.all([params, searchParams]);
  const person = await orNotFound(() => findPerson(viewer, onlyId(id) ?? "", now()));
  const [t, locale, shell] = await Promise.all([
    getTranslations("admin.person"),
    getLocale(),
    shellProps(viewer, "/beheer"),
  ]);
  const done = outcomes.find((outcome) => outcome === klaar);
  const organisations = [...new Set(person.mandates.map(({ organisationCode }) => organisationCode))];
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={person.name} lead={person.email} />
      {done === undefined ? null : <Done outcome={done} />}
      <Card>
        <SummaryList
          rows={[
            { term: t("email"), value: person.email },
            { term: t("state"), value: <AccountStateTag state={person.state} /> },
            {
              term: t("lastSignIn"),
              value: person.lastSignInAt === null ? "–" : formatMoment(person.lastSignInAt, locale),
            },
          ]}
        />
      </Card>
      <Card title={{ id: "functies", text: t("mandates") }}>
        <MandateList mandates={person.mandates} currentId={viewer.mandateId} />
        {person.mandates
          .filter(({ id: mandateId, state }) => state !== "ended" && mandateId !== viewer.mandateId)
          .map((mandate) => (
            <EndMandate key={mandate.id} mandate={mandate} />
          ))}
      </Card>
      {organisations.map((code) => (
        <Grant key={code} person={person} viewer={viewer} code={code} />
      ))}
      <LeftWork viewer={viewer} accountId={person.accountId} />
      {person.accountId === viewer.accountId ? null : <Access person={person} />}
    </PageShell>
  );
}

async function Done({ outcome }: { readonly outcome: (typeof outcomes)[number] }) {
  const t = await getTranslations("admin.person");
  if (outcome === "uitgenodigd" && !hasMailServer()) return <UnsentInvitation isMade={true} />;
  return <Notice tone="success" title={t(`done.${outcome}`)} takesFocus={true} />;
}

async function EndMandate({ mandate }: { readonly mandate: MandateView }) {
  const [t, locale, problems, invite] = await Promise.all([
    getTranslations("admin.person"),
    getLocale(),
    problemWords(),
    getTranslations("admin.invite"),
  ]);
  const words = {
    problems,
    lastDay: t("lastDay"),
    lastDayHint: t("lastDayHint"),
    optional: invite("optional"),
    submit: t("end"),
  };
  return (
    <Details summary={`${t("endTitle")}: ${roles[mandate.role].label[locale]}`}>
      <p>
        {mandate.organisationName}. <Period mandate={mandate} />
      </p>
      <EndMandateForm action={endMandateAction} mandateId={mandate.id} words={words} />
    </Details>
  );
}

interface GrantProps {
  readonly person: PersonView;
  readonly viewer: Awaited<ReturnType<typeof pageViewer>>;
  readonly code: string;
}

async function Grant({ person, viewer, code }: GrantProps) {
  const organisation = await findOrganisationToManage(viewer, code);
  const [t, choices, words, problems] = await Promise.all([
    getTranslations("admin.person"),
    mandateChoices(organisation),
    mandateWords(),
    problemWords(),
  ]);
  return (
    <Card title={{ id: `geven-${code}`, text: t("grant") }}>
      <p className="text-ink-soft">
        {organisation.name}. {t("grantLead")}
      </p>
      <GrantForm
        action={grantAction}
        accountId={person.accountId}
        choices={choices}
        words={{ ...words, problems, fromHint: t("grantFromHint"), submit: t("grantSubmit") }}
      />
    </Card>
  );
}

/** What somebody leaves behind moves to a colleague in one act; only how much there is is shown. */
async function LeftWork({ viewer, accountId }: Pick<GrantProps, "viewer"> & { readonly accountId: string }) {
  const left = await findLeftWork(viewer, now(), accountId);
  if (left === null || left.draftCount + left.reportCount === 0) return null;
  const [t, problems] = await Promise.all([getTranslations("drafts.move"), problemWords()]);
  return (
    <Card title={{ id: "concepten", text: t("title") }}>
      <p>{t("amount", { drafts: left.draftCount, reports: left.reportCount })}</p>
      <p>{t("text")}</p>
      <MoveWorkForm
        action={moveWorkAction}
        accountId={accountId}
        colleagues={left.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        words={{ problems, to: t("to"), prompt: t("prompt"), submit: t("submit") }}
      />
    </Card>
  );
}

async function Access({ person: { accountId, state } }: { readonly person: PersonView }) {
  const [t, problems] = await Promise.all([getTranslations("admin.person"), problemWords()]);
  return (
    <Card title={{ id: "toegang", text: t("access") }}>
      <p>{t("recoverText")}</p>
      <ActButton
        action={recoverAction}
        fields={{ accountId }}
        look="secondary"
        label={t("recover")}
        problems={problems}
      />
      {state === "disabled" ? null : (
        <>
          <p>{t("disableText")}</p>
          <ActButton
            action={disableAction}
            fields={{ accountId }}
            look="danger"
            label={t("disable")}
            problems={problems}
          />
        </>
      )}
    </Card>
  );
}
