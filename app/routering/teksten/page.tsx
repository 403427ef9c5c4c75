import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { ActButton } from "@/components/account/act-button";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { OfficeNav } from "@/components/routing/office-nav";
import { TextForm } from "@/components/texts/text-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FocusOnArrival } from "@/components/ui/focus-on-arrival";
import { Notice } from "@/components/ui/notice";
import { listTemplates } from "@/lib/casework/queries/templates.server";
import { type OfficeText, templateKindCodes, templateKinds } from "@/lib/casework/template-kinds";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId, onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { officePlaces } from "../office-places";
import { keepTemplateAction, retireTemplateAction } from "./actions";

const path = "/routering/teksten";
const outcomes = ["bewaard", "weg"] as const;

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters.templates"))("title") };
}

/** The texts that an office uses again, and the form for a new or a changed one. */
export default async function TextsPage({ searchParams }: Props) {
  const viewer = await pageViewer(path);
  const texts = await orNotFound(() => listTemplates(viewer));
  const [t, shell, asked] = await Promise.all([
    getTranslations("letters.templates"),
    shellProps(viewer, path),
    searchParams,
  ]);
  const done = outcomes.find((outcome) => outcome === onlyText(asked["klaar"]));
  const changing = texts.find(({ id }) => id === onlyId(asked["tekst"])) ?? null;
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={t("title")} lead={t("lead", { office: viewer.organisationName })} />
      <OfficeNav current="texts" open={officePlaces(viewer)} />
      {done === undefined ? null : <Notice tone="success" title={t(`done.${done}`)} takesFocus={true} />}
      {texts.length === 0 ? <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState> : null}
      {texts.map((text) => (
        <KeptText key={text.id} text={text} />
      ))}
      {changing === null ? (
        <TextCard changing={null} />
      ) : (
        <FocusOnArrival key={changing.id}>
          <TextCard changing={changing} />
        </FocusOnArrival>
      )}
    </PageShell>
  );
}

async function KeptText({ text }: { readonly text: OfficeText }) {
  const [t, problems, locale] = await Promise.all([getTranslations("letters.templates"), problemWords(), getLocale()]);
  return (
    <Card title={{ id: `tekst-${text.id}`, text: text.name }}>
      <p className="text-sm text-ink-soft">{templateKinds[text.kind].label[locale]}</p>
      <p className="whitespace-pre-line break-words">{text.text}</p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={`${path}?tekst=${text.id}#wijzigen`} aria-label={t("changeOf", { name: text.name })}>
          {t("changeLink")}
        </ButtonLink>
        <ActButton
          action={retireTemplateAction}
          fields={{ id: text.id }}
          look="plain"
          label={t("retire")}
          spoken={t("retireOf", { name: text.name })}
          problems={problems}
        />
      </div>
    </Card>
  );
}

async function TextCard({ changing }: { readonly changing: OfficeText | null }) {
  const [t, problems, locale] = await Promise.all([getTranslations("letters.templates"), problemWords(), getLocale()]);
  const words = {
    problems,
    kind: t("kind"),
    name: t("name"),
    nameHint: t("nameHint"),
    text: t("text"),
    textHint: t("textHint"),
    submit: t("submit"),
  };
  const start =
    changing === null ? { kind: ["words"] } : { kind: [changing.kind], name: changing.name, text: changing.text };
  // A text is kept for what it was made for: the office chooses it there by name.
  const kinds = changing === null ? templateKindCodes : [changing.kind];
  return (
    <Card title={{ id: "wijzigen", text: changing === null ? t("new") : t("change") }}>
      <TextForm
        key={changing?.id ?? "new"}
        action={keepTemplateAction}
        id={changing?.id ?? null}
        start={start}
        kinds={kinds.map((code) => ({
          value: code,
          label: templateKinds[code].label[locale],
          hint: templateKinds[code].hint[locale],
        }))}
        words={words}
      />
      {changing === null ? null : (
        <div>
          <ButtonLink look="plain" href={path}>
            {t("stop")}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
