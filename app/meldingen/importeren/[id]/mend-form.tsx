import { getLocale } from "next-intl/server";
import type { FormTarget } from "@/components/layout/form-target";
import { type RowField, RowForm } from "@/components/reports/import/row-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { findSchoolLocations } from "@/lib/directory/queries.server";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { absenceTypeCodes, absenceTypes } from "@/lib/reports/absence-types";
import { options, reasons } from "@/lib/reports/codes";
import { type ImportRole, importRoleCodes } from "@/lib/reports/import/columns";
import { locationIn, locationValue, reasonIn, typeIn } from "@/lib/reports/import/to-report";
import type { ImportRowView } from "@/lib/reports/import/views";
import { findKeptForm } from "@/lib/reports/queries/kept-forms.server";
import { type FormState, filledForm } from "@/lib/web/form-state";
import { problemSentence } from "@/lib/web/problem-sentence";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { mendRowAction } from "../actions";

interface MendFormProps {
  readonly viewer: SchoolViewer;
  readonly importId: string;
  readonly row: ImportRowView;
  /** The list that it was opened from. */
  readonly back: string;
  readonly leaveOut: FormTarget;
}

/** The row as a small form, with what is wrong at each field. */
export async function MendForm({ viewer, importId, row, back, leaveOut }: MendFormProps) {
  const place = `/meldingen/importeren/${importId}?regel=${row.line}`;
  const [t, locale, problems, locations, kept] = await Promise.all([
    getTranslations("imports"),
    getLocale(),
    problemWords(),
    findSchoolLocations(viewer),
    findKeptForm(viewer, place),
  ]);
  const start = startOf(row, locations, locale);
  return (
    <div className="grid gap-4 border-t border-line pt-4">
      <h2>{t("form.title", { line: row.line })}</h2>
      <RowForm
        action={mendRowAction}
        row={{ id: importId, line: row.line }}
        fields={await fieldsFor(locations, locale)}
        start={kept === null ? start : { ...start, values: kept }}
        kept={{ place, isBack: kept !== null, text: messages[locale].drafts.kept }}
        words={{
          problems,
          choose: t("form.choose"),
          overlap: t("form.overlap"),
          followUp: t("form.followUp"),
          separate: t("form.separate"),
          save: t("form.save"),
          busy: t("form.busy"),
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <form action={leaveOut}>
          <input type="hidden" name="id" value={importId} />
          <input type="hidden" name="line" value={row.line} />
          <Button type="submit">{t("form.leaveOut")}</Button>
        </form>
        <ButtonLink href={back} look="plain">
          {t("form.cancel")}
        </ButtonLink>
      </div>
    </div>
  );
}

type Locations = Awaited<ReturnType<typeof findSchoolLocations>>;

async function fieldsFor(locations: Locations, locale: Locale): Promise<readonly RowField[]> {
  const t = await getTranslations("imports");
  const choices: Partial<Record<ImportRole, RowField["options"]>> = {
    type: absenceTypeCodes.map((code) => ({ value: code, label: absenceTypes[code].label[locale] })),
    reason: options(reasons, locale),
    location: locations.map((own) => ({ value: locationValue(own), label: `${own.name} (${own.locationCode})` })),
  };
  return importRoleCodes
    .filter((name) => name !== "location" || locations.length > 1)
    .map((name) => ({
      name,
      label: t(`roles.${name}.label`),
      isLong: name === "explanation",
      ...(choices[name] === undefined ? { hint: t(`roles.${name}.hint`) } : { options: choices[name] }),
      ...(name === "location" ? { prompt: t("columns.fixedOwn") } : {}),
    }));
}

/** What stands there is the row with what was mended; cells that name a type or reason are that choice. */
function startOf({ answers, ...row }: ImportRowView, locations: Locations, locale: Locale): FormState {
  const { followUpTo, separate = false } = answers;
  const values = {
    ...row.values,
    type: typeIn(row.values.type ?? ""),
    reason: reasonIn(row.values.reason ?? ""),
    location: locationIn(row.values.location ?? "", locations),
    ...(separate ? { overlap: "separate" } : {}),
    ...(followUpTo === undefined ? {} : { overlap: "follow-up", overlapReference: followUpTo }),
  };
  const problems = row.problems.map((problem) => ({ ...problem, sentence: problemSentence(problem, locale) }));
  return { ...filledForm(values), problems };
}
