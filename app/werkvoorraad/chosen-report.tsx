import { TakeUp } from "@/components/casework/take-up";
import { CasePeek, PeekGone } from "@/components/inbox/case-peek";
import { type InboxAddress, writeInboxAddress } from "@/lib/casework/inbox-address";
import { openCase } from "@/lib/casework/queries/open-case.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";

interface ChosenReportProps {
  readonly viewer: OfficeViewer;
  readonly now: Now;
  readonly reference: string;
  readonly list: Partial<InboxAddress>;
}

/** The report beside the list. It is opened like any other, so it stands on the access log. */
export async function ChosenReport({ viewer, now, reference, list }: ChosenReportProps) {
  const closeHref = writeInboxAddress(list);
  const found = await readChosen(viewer, now, reference);
  if (found === null) return <PeekGone closeHref={closeHref} />;
  const { report, around } = found;
  return (
    <CasePeek report={report} around={around} now={now} accountId={viewer.accountId} closeHref={closeHref}>
      <TakeUp key={report.reference} report={report} />
    </CasePeek>
  );
}

async function readChosen(viewer: OfficeViewer, now: Now, reference: string) {
  try {
    return await openCase(viewer, now, reference, "latest");
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
