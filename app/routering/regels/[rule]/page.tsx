import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { RuleForm, type RuleFormWords } from "@/components/routing/rule-form";
import { Card } from "@/components/ui/card";
import { regimes } from "@/lib/directory/regime";
import { formatWrittenDay } from "@/lib/i18n/format";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { OfficeRule } from "@/lib/routing/office-rules/rule-set";
import { readOfficeRules } from "@/lib/routing/queries.server";
import type { OfficeRulesView, RulePlace } from "@/lib/routing/views";
import { now } from "@/lib/shared/clock";
import type { FieldValues } from "@/lib/web/form-state";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { ruleAction } from "../actions";

interface Props {
  readonly params: Promise<{ readonly rule: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("routing.rules"))("editTitle") };
}

export default async function RulePage({ params }: Props) {
  const { rule: id } = await params;
  const viewer = await pageViewer("/routering/regels");
  const view = await orNotFound(() => readOfficeRules(viewer, now()));
  const rule = view.draft?.rules.find((one) => one.id === id);
  if (!view.mayKeep || view.draft === null || (rule === undefined && id !== "nieuw")) notFound();
  const [t, common, shell, form] = await Promise.all([
    getTranslations("routing.rules"),
    getTranslations("common"),
    shellProps(viewer, "/routering/regels"),
    formProps(view, rule),
  ]);
  const title = t(rule === undefined ? "newTitle" : "editTitle");
  const placesOf = (kind: "schools" | "locations") =>
    (rule?.when[kind] ?? []).map((place) => ({ value: place, label: view.names[place] ?? "–" }));
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[{ label: t("title"), href: "/routering/regels" }, { label: title }]}
      />
      <PageHeading title={title} />
      <Card>
        <RuleForm
          {...form}
          action={ruleAction}
          hidden={{
            edition: [String(view.draft.edition)],
            draftId: [view.draft.id],
            ruleId: rule === undefined ? [] : [rule.id],
          }}
          places={{ schools: placesOf("schools"), locations: placesOf("locations") }}
        />
      </Card>
    </PageShell>
  );
}

function asChoice({ id, name }: RulePlace) {
  return { value: id, label: name };
}

async function formProps(view: OfficeRulesView, rule: OfficeRule | undefined) {
  const [t, locale, problems] = await Promise.all([getTranslations("routing.rules"), getLocale(), problemWords()]);
  const words: RuleFormWords = {
    name: t("name"),
    nameHint: t("nameHint"),
    schools: t("schools"),
    locations: t("places"),
    postcodes: t("postcodes"),
    postcodesHint: t("postcodesHint"),
    regimes: t("regimes"),
    ageFrom: t("ageFrom"),
    ageTo: t("ageTo"),
    types: t("types"),
    urgent: t("urgent"),
    surnameFrom: t("surnameFrom"),
    surnameTo: t("surnameTo"),
    surnameHint: t("surnameHint"),
    levels: t("levels"),
    levelsHint: t("levelsHint"),
    from: t("from"),
    until: t("until"),
    dayHint: t("dayHint"),
    goesTo: t("goesTo"),
    officers: t("officers"),
    officersHint: t("officersHint"),
    optional: t("optional"),
    conditionsHelp: t("conditionsHelp"),
    save: t("save"),
    find: t("find"),
    findHint: t("findHint"),
    search: t("search"),
    nothing: t("nothing"),
  };
  const choices = {
    regimes: (["compulsory", "qualification", "over_18"] as const).map((value) => ({
      value,
      label: regimes[value].label[locale],
    })),
    types: Object.entries(absenceTypes).map(([value, { label }]) => ({ value, label: label[locale] })),
    urgent: [
      { value: "", label: t("urgentAny") },
      { value: "yes", label: t("urgentYes") },
      { value: "no", label: t("urgentNo") },
    ],
    goesTo: [
      { value: "officers", label: t("toOfficers") },
      { value: "shared-inbox", label: t("toInbox") },
    ],
    officers: view.officers.map(asChoice),
  };
  return { start: valuesOf(rule), words, problems, choices };
}

/** A rule as the fields of its form. */
function valuesOf(rule: OfficeRule | undefined): FieldValues {
  if (rule === undefined) return { goesTo: "officers", urgent: "" };
  const { when } = rule;
  return {
    name: rule.name,
    schools: when.schools ?? [],
    locations: when.locations ?? [],
    postcodes: when.postcodes?.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(", ") ?? "",
    regimes: when.regimes ?? [],
    types: when.types ?? [],
    levels: when.levels?.join(", ") ?? "",
    urgent: when.urgent === undefined ? "" : when.urgent ? "yes" : "no",
    ...receiversOf(rule),
    ...rangesOf(rule),
  };
}

function receiversOf({ goesTo }: OfficeRule): FieldValues {
  return { goesTo: goesTo.kind, officers: goesTo.kind === "officers" ? goesTo.officerIds : [] };
}

function rangesOf({ when: { age, surname }, from, until }: OfficeRule): FieldValues {
  return {
    ageFrom: age === undefined ? "" : String(age.from),
    ageTo: age === undefined ? "" : String(age.to),
    surnameFrom: surname?.from ?? "",
    surnameTo: surname?.to ?? "",
    from: from === null ? "" : formatWrittenDay(from),
    until: until === null ? "" : formatWrittenDay(until),
  };
}
