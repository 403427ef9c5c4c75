import "server-only";
import { scanUntil } from "@/lib/attachments/scan-until.server";
import { destroyOld } from "@/lib/attachments/upkeep.server";
import { copyErasuresUntil } from "@/lib/audit/copy-erasures.server";
import { journalIn } from "@/lib/audit/journal.server";
import { sealEntries } from "@/lib/audit/seal.server";
import { carryOutAreaMoves } from "@/lib/casework/area-moves.server";
import { forgetBulkActs } from "@/lib/casework/bulk-acts.server";
import { dailySignals, protectKnown } from "@/lib/casework/find-signals.server";
import { monthlyFigures } from "@/lib/casework/keep-reaction-figures.server";
import { lapseTransfers } from "@/lib/casework/lapse-transfers.server";
import { remindOfTerms } from "@/lib/casework/remind-of-terms.server";
import { tellPassedTerms } from "@/lib/casework/tell-passed-terms.server";
import { settings } from "@/lib/config/env.server";
import { addressOf } from "@/lib/config/settings";
import { openMailDoor } from "@/lib/conversation/mail-door.server";
import { forgetOldDrafts, remindSchools } from "@/lib/conversation/remind.server";
import { reopenQuestions } from "@/lib/conversation/reopen-question.server";
import { refusingAddress, replyAddress } from "@/lib/conversation/reply-address.server";
import { forgetDeliveries } from "@/lib/deliveries/forget.server";
import { planDeliveries } from "@/lib/deliveries/plan.server";
import { produceDeliveries } from "@/lib/deliveries/produce.server";
import { invitationLink } from "@/lib/identity/invitation-link.server";
import { sendDigests } from "@/lib/notifications/digest.server";
import { forgetOldMessages } from "@/lib/notifications/forget.server";
import { openMail } from "@/lib/notifications/mailer.server";
import { returnAddress } from "@/lib/notifications/return-address.server";
import type { Post } from "@/lib/notifications/send.server";
import { runWorker } from "@/lib/notifications/worker.server";
import { forgetDrafts } from "@/lib/reports/forget-drafts.server";
import { isImportWaiting } from "@/lib/reports/import/claim.server";
import { forgetImports } from "@/lib/reports/import/forget.server";
import { workOnImports } from "@/lib/reports/import/work.server";
import { remindToConfirm } from "@/lib/reports/remind-to-confirm.server";
import { tellRuleFaults } from "@/lib/routing/tell-rule-faults.server";
import { type Now, now } from "@/lib/shared/clock";
import { forgetEndings } from "@/lib/statistics/end-subscriptions.server";
import { keepFigures } from "@/lib/statistics/keep-figures.server";
import { sendSubscriptions } from "@/lib/statistics/send-subscriptions.server";

const turnMilliseconds = 10 * 60_000;

/** What is left then is made in the next turn, by whichever worker takes it. */
function makeForAWhile(now: Now): Promise<number> {
  return produceDeliveries(now, Date.now() + turnMilliseconds);
}

function readForAWhile(): Promise<number> {
  return workOnImports(now, Date.now() + turnMilliseconds);
}

/** All that the desk does later, with the settings of this installation, until the signal. */
export async function runJobs(signal: AbortSignal): Promise<void> {
  const { smtpUrl, mailFrom, replies, dataDirectory } = settings();
  const mail = smtpUrl === null ? null : openMail(smtpUrl, mailFrom);
  const stationery = { origin: addressOf(settings()), mailFrom, takesAnswers: replies !== null };
  try {
    const door = replies === null ? null : openMailDoor(replies, signal);
    const scanning = scanUntil(signal, reopenQuestions);
    const copying = copyErasuresUntil(signal, journalIn(dataDirectory));
    await runWorker(
      signal,
      { ...stationery, mail, invitationLink, ...addressesAt(replies?.domain ?? null) },
      {
        upkeep: [
          protectKnown,
          sealEntries,
          forgetOldMessages,
          forgetDrafts,
          forgetImports,
          forgetBulkActs,
          lapseTransfers,
          remindSchools,
          remindToConfirm,
          (now) => sendDigests(stationery, now),
          forgetOldDrafts,
          dailySignals(),
          carryOutAreaMoves,
          tellRuleFaults,
          remindOfTerms,
          tellPassedTerms,
          monthlyFigures(),
          keepFigures,
          sendSubscriptions,
          forgetEndings,
          planDeliveries,
          forgetDeliveries,
          destroyOld,
        ],
        deliveries: makeForAWhile,
        imports: { work: readForAWhile, waits: isImportWaiting },
      },
    );
    await Promise.all([door, scanning, copying]);
  } finally {
    mail?.close();
  }
}

/** Without a mail domain of its own the desk can be answered only at the desk, and hears of no mail that comes back. */
function addressesAt(domain: string | null): Pick<Post, "replyAddress" | "returnAddress" | "refusingAddress"> {
  if (domain === null) return { replyAddress: () => null, returnAddress: () => null, refusingAddress: null };
  return {
    replyAddress: (reportId, reader) => replyAddress({ reportId, givenOn: now().today }, reader, domain),
    returnAddress: (letterId) => returnAddress(letterId, domain),
    refusingAddress: refusingAddress(domain),
  };
}
