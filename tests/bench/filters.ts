import type { InboxFilter } from "@/lib/casework/inbox-filter";
import { addDays } from "@/lib/shared/calendar-date";
import { now } from "@/lib/shared/clock";

interface Usual {
  readonly brin: string;
  readonly municipality: string;
  readonly officerId: string;
}

/** Each filter of the inbox once, with something to find. */
export function inboxFilterExamples({ brin, municipality, officerId }: Usual): readonly InboxFilter[] {
  const { today } = now();
  return [
    { school: { kind: "school", code: brin } },
    { type: "other_absence" },
    { municipality },
    { regime: "compulsory" },
    { officerId },
    { status: "in_progress" },
    { filedFrom: addDays(today, -60) },
    { filedUntil: addDays(today, -10) },
    { isUrgent: true },
    { isUnread: true },
    { isWaiting: true },
  ];
}
