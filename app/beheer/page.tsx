import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PeopleTable } from "@/components/admin/people-table";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { findOrganisationsToManage, findOrganisationToManage, listPeople } from "@/lib/identity/queries.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId, onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.people"))("title") };
}

export default async function PeoplePage({ searchParams }: Props) {
  const viewer = await pageViewer("/beheer");
  const asked = await searchParams;
  const own = await findOrganisationsToManage(viewer, onlyText(asked["zoek"]) ?? "");
  const shell = await shellProps(viewer, "/beheer");
  const chosen = onlyText(asked["organisatie"]) ?? (viewer.kind === "desk" ? undefined : own[0]?.code);
  if (chosen === undefined && viewer.kind !== "desk") notFound();
  return (
    <PageShell {...shell}>
      {chosen === undefined ? (
        <Choose viewer={viewer} found={own} words={onlyText(asked["zoek"])} />
      ) : (
        <People viewer={viewer} code={chosen} after={onlyId(asked["na"])} />
      )}
    </PageShell>
  );
}

interface ChooseProps {
  readonly viewer: PersonViewer;
  readonly found: readonly { readonly code: string; readonly name: string }[];
  readonly words: string | undefined;
}

async function Choose({ found, words }: ChooseProps) {
  const t = await getTranslations("admin.people");
  return (
    <>
      <PageHeading title={t("choose")} lead={t("chooseLead")} />
      <Card>
        <form action="/beheer" className="grid gap-4">
          <TextField
            name="zoek"
            type="search"
            label={t("search")}
            hint={t("searchHint")}
            width="long"
            defaultValue={words}
          />
          <div>
            <SubmitButton>{t("find")}</SubmitButton>
          </div>
        </form>
      </Card>
      {found.length === 0 ? (
        <EmptyState title={t("nothingFound")}>{t("nothingFoundText")}</EmptyState>
      ) : (
        <Card title={{ id: "gevonden", text: t("found") }}>
          <ul className="grid gap-1">
            {found.map(({ code, name }) => (
              <li key={code}>
                <TextLink href={`/beheer?organisatie=${encodeURIComponent(code)}`}>{name}</TextLink> ({code})
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

interface PeopleProps {
  readonly viewer: PersonViewer;
  readonly code: string;
  readonly after: string | undefined;
}

async function People({ viewer, code, after }: PeopleProps) {
  const t = await getTranslations("admin.people");
  const organisation = await orNotFound(() => findOrganisationToManage(viewer, code));
  const { rows, nextCursor } = await orNotFound(() => listPeople(viewer, { organisation: code, after }, now()));
  const here = `/beheer?organisatie=${encodeURIComponent(code)}`;
  return (
    <>
      <PageHeading
        title={organisation.name}
        lead={t("lead", { organisation: organisation.name })}
        actions={
          <>
            {viewer.kind === "desk" ? <ButtonLink href="/beheer">{t("another")}</ButtonLink> : null}
            {viewer.kind === "school" ? <ButtonLink href="/beheer/volgers">{t("followers")}</ButtonLink> : null}
            {viewer.kind === "school" ? <ButtonLink href="/beheer/mail">{t("mailLevel")}</ButtonLink> : null}
            <ButtonLink look="main" href={`/beheer/uitnodigen?organisatie=${encodeURIComponent(code)}`}>
              {t("invite")}
            </ButtonLink>
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <PeopleTable organisation={organisation.name} people={rows} />
      )}
      <Pagination
        label={t("title")}
        next={nextCursor === null ? null : { href: `${here}&na=${nextCursor}`, label: t("next") }}
      />
    </>
  );
}
