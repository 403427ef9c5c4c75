"use server";

import { getLocale } from "next-intl/server";
import { type InboxSearchState, searchState } from "@/components/inbox/search-rows";
import { searchInbox } from "@/lib/casework/queries/search-inbox.server";
import { requireViewer } from "@/lib/identity/viewer.server";
import { readSearch } from "@/lib/reports/report-search";
import { now } from "@/lib/shared/clock";
import { NotSignedIn } from "@/lib/shared/problem";
import { within } from "@/lib/web/deadline";
import { formPatienceMilliseconds, problemOfFailure } from "@/lib/web/form-refusal.server";
import { problemSentence } from "@/lib/web/problem-sentence";
import { onlyText } from "@/lib/web/search-params";

/** Looks in the cases of the own office. It is posted, so that no name stands in an address, a history or a log. */
export async function searchInboxAction(_state: InboxSearchState, form: FormData): Promise<InboxSearchState> {
  const locale = await getLocale();
  const asked = form.get("zoek");
  const text = (typeof asked === "string" ? (onlyText(asked) ?? "") : "").slice(0, 60);
  const wish = readSearch(text);
  if (wish === null) return { text, found: null, fault: problemSentence({ code: "search-too-short" }, locale) };
  try {
    const found = await within(
      formPatienceMilliseconds,
      requireViewer().then((viewer) => searchInbox(viewer, now(), wish)),
    );
    return searchState(text, found, locale);
  } catch (error) {
    const problem = error instanceof NotSignedIn ? { code: "signed-out" } : problemOfFailure(error);
    return { text, found: null, fault: problemSentence(problem, locale) };
  }
}
