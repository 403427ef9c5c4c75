import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { importRoleCodes } from "@/lib/reports/import/columns";
import type { Problem } from "@/lib/shared/problem";
import { problemSentence } from "./problem-sentence";

/** What is wrong with a row of a sheet, each with the column where it is mended. */
export function rowSentences(problems: readonly Problem[], locale: Locale): readonly string[] {
  const t = translatorFor(locale);
  return problems.map((problem) => {
    const sentence = problemSentence(problem, locale);
    const role = importRoleCodes.find((known) => known === problem.field);
    return role === undefined ? sentence : `${t(`imports.roles.${role}.label`)}: ${sentence}`;
  });
}
