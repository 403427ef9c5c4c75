import { getLocale } from "next-intl/server";
import { BulkForm } from "@/components/inbox/bulk-form";
import { ChooseList } from "@/components/inbox/choose-list";
import { ownOffice } from "@/lib/casework/inbox";
import { doneManyPath, inboxQuery } from "@/lib/casework/inbox-address";
import type { InboxFilter } from "@/lib/casework/inbox-filter";
import { findColleagues, type Inbox } from "@/lib/casework/queries.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { closeNotes, closeReasons, options } from "@/lib/reports/codes";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { getTranslations } from "@/lib/web/words.server";
import { bulkAction, bulkStepAction, listChosenAction } from "./samen/actions";

interface ChooseDeskProps {
  readonly viewer: OfficeViewer;
  readonly now: Now;
  readonly inbox: Inbox;
  readonly filter: InboxFilter;
}

const acts = [
  ["take", "report:take"],
  ["assign", "report:assign"],
  ["note", "note:write"],
  ["close", "report:close"],
] as const;

/** The list with boxes, and what this viewer may do with what is ticked. */
export async function ChooseDesk({ viewer, now, inbox, filter }: ChooseDeskProps) {
  const [t, act, form, locale, colleagues] = await Promise.all([
    getTranslations("inboxTools.bulk"),
    getTranslations("inbox.acts"),
    getTranslations("common.form"),
    getLocale(),
    findColleagues(viewer, now, false),
  ]);
  const { view, counts, found, page } = inbox;
  const back = inboxQuery({ view, filter }).toString();
  const given = { act: newId(), back, seenAt: now.at.toISOString() };
  return (
    <BulkForm
      action={bulkAction}
      step={bulkStepAction}
      listChosen={listChosenAction}
      given={given}
      doneHref={doneManyPath(given)}
      kinds={acts.filter(([, action]) => can(viewer, action, ownOffice(viewer))).map(([kind]) => kind)}
      options={{
        officers: colleagues.map(({ id, name }) => ({ value: id, label: name })),
        closeReasons: options(closeReasons, locale),
        closeNotes: options(closeNotes, locale),
      }}
      words={{
        errorHeading: form("errorHeading"),
        errorPrefix: form("errorTitlePrefix"),
        progress: t("progress"),
        leave: t("leave"),
        choose: act("choose"),
        shared: act("assign.shared"),
        optional: act("optional"),
        fields: {
          officerId: act("assign.officer"),
          note: t("note"),
          closeReason: act("close.reason"),
          closeNote: act("close.note"),
          words: t("words"),
        },
        titles: { take: t("take"), assign: t("assign"), note: t("noteTitle"), close: t("close") },
        buttons: { take: t("take"), assign: t("assignButton"), note: t("noteButton"), close: t("closeButton") },
      }}
    >
      <ChooseList
        view={view}
        filter={filter}
        rows={page.rows}
        count={found ?? (view === "done" ? null : counts[view])}
        now={now}
      />
    </BulkForm>
  );
}
