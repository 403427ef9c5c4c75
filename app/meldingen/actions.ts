"use server";

import { getLocale } from "next-intl/server";
import { listRow } from "@/components/reports/list-row";
import type { SearchState } from "@/components/reports/list-search";
import { translatorFor } from "@/lib/i18n/translator";
import { requireViewer } from "@/lib/identity/viewer.server";
import { discardDraft, draftChoice } from "@/lib/reports/commands/discard-draft.server";
import { dropList, keepList } from "@/lib/reports/commands/keep-list.server";
import { keptListTarget } from "@/lib/reports/kept-lists";
import { searchReports } from "@/lib/reports/queries/search.server";
import { now } from "@/lib/shared/clock";
import { NotSignedIn } from "@/lib/shared/problem";
import { buttonAction } from "@/lib/web/button-action.server";
import { within } from "@/lib/web/deadline";
import { formAction } from "@/lib/web/form-action.server";
import { formPatienceMilliseconds, problemOfFailure } from "@/lib/web/form-refusal.server";
import { problemSentence } from "@/lib/web/problem-sentence";
import { onlyText } from "@/lib/web/search-params";
import { keepListForm } from "./keep-list-form";

/** Looks in the school's own reports. What was typed can be a name, and stands in no address. */
export async function searchAction(_state: SearchState, form: FormData): Promise<SearchState> {
  const locale = await getLocale();
  const asked = form.get("zoek");
  const text = (typeof asked === "string" ? (onlyText(asked) ?? "") : "").slice(0, 60);
  if (text === "") return { text, rows: null, hasMore: false, fault: null };
  try {
    const moment = now();
    const find = async () => searchReports(await requireViewer(), moment, text);
    const { rows, hasMore } = await within(formPatienceMilliseconds, find());
    const telling = { t: translatorFor(locale), locale, now: moment };
    return { text, rows: rows.map((row) => listRow(row, telling)), hasMore, fault: null };
  } catch (error) {
    const problem = error instanceof NotSignedIn ? { code: "signed-out" } : problemOfFailure(error);
    return { text, rows: null, hasMore: false, fault: problemSentence(problem, locale) };
  }
}

const discard = buttonAction(draftChoice, discardDraft, {
  done: () => "/meldingen?concept=weg",
  refused: "/meldingen?concept=veranderd",
});

export async function discardDraftAction(form: FormData): Promise<void> {
  await discard(form);
}

export const keepListAction = formAction(keepListForm, keepList, ({ query }) => `/meldingen?${query}&lijst=bewaard`);

export const dropListAction = buttonAction(keptListTarget, dropList, {
  done: () => "/meldingen?lijst=weggegooid",
  refused: "/meldingen",
});
