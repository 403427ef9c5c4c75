import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { ActButton } from "@/components/account/act-button";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { TemplateForm } from "@/components/reports/templates/template-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FocusOnArrival } from "@/components/ui/focus-on-arrival";
import { Notice } from "@/components/ui/notice";
import { findSchoolLocations } from "@/lib/directory/queries.server";
import { messages } from "@/lib/i18n/messages";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { absenceType, absenceTypes, absenceTypesOn } from "@/lib/reports/absence-types";
import { options, reasons, schoolActions } from "@/lib/reports/codes";
import { findKeptForm } from "@/lib/reports/queries/kept-forms.server";
import { listReportTemplates } from "@/lib/reports/queries/report-templates.server";
import { type TemplateView, templateValues } from "@/lib/reports/template";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId, onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { dropTemplateAction, keepTemplateAction } from "./actions";

const path = "/meldingen/sjablonen";
const outcomes = ["bewaard", "weg"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reportTemplates"))("title") };
}

/** What a school says again and again in its reports, and the form for a new or a changed one. */
export default async function TemplatesPage({ searchParams }: PageProps<"/meldingen/sjablonen">) {
  const viewer = await pageViewer(path);
  const templates = await orNotFound(() => listReportTemplates(viewer));
  const [t, common, reports, shell, asked] = await Promise.all([
    getTranslations("reportTemplates"),
    getTranslations("common"),
    getTranslations("reports.page"),
    shellProps(viewer, path),
    searchParams,
  ]);
  const done = outcomes.find((outcome) => outcome === onlyText(asked["klaar"]));
  const wanted = onlyId(asked["sjabloon"]);
  const changing = templates.find(({ id, mayChange }) => mayChange && id === wanted) ?? null;
  const keeps = await placesToKeep(viewer);
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[{ label: reports("crumb"), href: "/meldingen" }, { label: t("title") }]}
      />
      <PageHeading title={t("title")} lead={t("lead", { school: viewer.organisationName })} />
      {done === undefined ? null : <Notice tone="success" title={t(`done.${done}`)} takesFocus={true} />}
      {templates.length === 0 ? (
        <EmptyState title={t("empty")}>{keeps === null ? t("emptyReader") : t("emptyText")}</EmptyState>
      ) : null}
      {templates.map((template) => (
        <Kept key={template.id} template={template} />
      ))}
      {keeps === null ? null : changing === null ? (
        <Writing viewer={viewer} changing={null} keeps={keeps} />
      ) : (
        <FocusOnArrival key={changing.id}>
          <Writing viewer={viewer} changing={changing} keeps={keeps} />
        </FocusOnArrival>
      )}
    </PageShell>
  );
}

interface Keeps {
  readonly locations: readonly { readonly value: string; readonly label: string }[];
  readonly maySpan: boolean;
}

/** For which locations this viewer keeps templates; null: for none. */
async function placesToKeep(viewer: PersonViewer): Promise<Keeps | null> {
  const { organisationId } = viewer;
  const mayAt = (locationId: string | null) => can(viewer, "report-template:keep", { organisationId, locationId });
  const locations = (await findSchoolLocations(viewer)).filter(({ id }) => mayAt(id));
  const maySpan = mayAt(null);
  if (!maySpan && locations.length === 0) return null;
  return { maySpan, locations: locations.map(({ id, name, city }) => ({ value: id, label: `${name}, ${city}` })) };
}

async function Kept({ template: { id, name, location, words, mayChange } }: { readonly template: TemplateView }) {
  const [t, problems, locale] = await Promise.all([getTranslations("reportTemplates"), problemWords(), getLocale()]);
  const about = [
    location?.name ?? t("allLocations"),
    words.type === undefined ? "" : absenceTypes[words.type].label[locale],
    words.reasonCode === undefined ? "" : reasons[words.reasonCode][locale],
    ...(words.schoolActions ?? []).map((code) => schoolActions[code][locale]),
  ];
  return (
    <Card title={{ id: `sjabloon-${id}`, text: <span className="wrap-anywhere">{name}</span> }}>
      <p className="text-sm text-ink-soft">{about.filter((part) => part !== "").join(" · ")}</p>
      {words.explanation === undefined ? null : (
        <p className="line-clamp-3 break-words whitespace-pre-line">{words.explanation}</p>
      )}
      {mayChange ? (
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={`${path}?sjabloon=${id}#wijzigen`} aria-label={t("changeOf", { name })}>
            {t("change")}
          </ButtonLink>
          <ActButton
            action={dropTemplateAction}
            fields={{ id }}
            look="plain"
            label={t("drop")}
            spoken={t("dropOf", { name })}
            problems={problems}
          />
        </div>
      ) : null}
    </Card>
  );
}

interface WritingProps {
  readonly viewer: PersonViewer;
  /** Null: a new one. */
  readonly changing: TemplateView | null;
  readonly keeps: Keeps;
}

async function Writing({ viewer, changing, keeps }: WritingProps) {
  const place = changing === null ? path : `${path}?sjabloon=${changing.id}`;
  const [t, problems, locale, kept] = await Promise.all([
    getTranslations("reportTemplates"),
    problemWords(),
    getLocale(),
    findKeptForm(viewer, place),
  ]);
  const { reportTemplates, reports, drafts } = messages[locale];
  return (
    <Card title={{ id: "wijzigen", text: changing === null ? t("new") : t("changing") }}>
      <TemplateForm
        key={changing?.id ?? "new"}
        action={keepTemplateAction}
        id={changing?.id ?? null}
        start={kept ?? (changing === null ? {} : startOf(changing))}
        kept={{ place, isBack: kept !== null, text: drafts.kept }}
        maySpan={keeps.maySpan}
        options={{
          locations: keeps.locations,
          types: absenceTypesOn(now().today).map((value) => ({ value, label: absenceType(value).label[locale] })),
          reasons: options(reasons, locale),
          schoolActions: options(schoolActions, locale),
        }}
        words={{ problems, own: reportTemplates, report: reports.form }}
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

function startOf({ name, location, words }: TemplateView) {
  return { ...templateValues(words), name, ...(location === null ? {} : { locationId: location.id }) };
}
