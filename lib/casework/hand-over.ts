import { z } from "zod";
import { absenceOf, type WorkTerms } from "@/lib/routing/availability";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { fail, ok, type Result } from "@/lib/shared/result";

/** Over the team by least open work, to the shared inbox, or to one colleague. */
export const handOverInput = z.strictObject({
  accountId: z.uuid(),
  to: z.union([z.literal("team"), z.literal("inbox"), z.uuid()], { error: "choice-unknown" }),
});
export type HandOverInput = z.output<typeof handOverInput>;

export interface Receiver extends WorkTerms {
  readonly name: string;
  readonly protectedCases: boolean;
  /** Whether the router gives him reports; a team lead gets them only when named. */
  readonly isRouted: boolean;
}

/** Who may be given work; a named one must be here to do it. */
export function receiversFor<Member extends Receiver & { readonly mandate: unknown }>(
  team: readonly Member[],
  to: HandOverInput["to"],
  today: CalendarDate,
): Result<readonly Member[]> {
  const receivers = team.filter(({ mandate }) => mandate !== null);
  if (to === "team" || to === "inbox") return ok(receivers);
  const receiver = receivers.find(({ id }) => id === to);
  if (receiver === undefined) return fail({ code: "officer-unknown", field: "to" });
  const absence = absenceOf(receiver, today);
  return absence === "away" || absence === "leaving" ? fail({ code: "receiver-away", field: "to" }) : ok(receivers);
}

interface HandedReport {
  readonly id: string;
  readonly isProtected: boolean;
}

export interface Portion<Report> {
  /** Null: the shared inbox. */
  readonly receiver: { readonly id: string; readonly name: string } | null;
  readonly reports: readonly Report[];
}

export interface HandOver<Report> {
  readonly portions: readonly Portion<Report>[];
  /** What may go to nobody who was asked for, and so stays. */
  readonly stays: readonly Report[];
}

/** Who gets which report. Each goes to exactly one, or stays; a protected case goes to nobody who may not see it. */
export function divide<Report extends HandedReport>(
  reports: readonly Report[],
  to: HandOverInput["to"],
  { receivers, day }: { readonly receivers: readonly Receiver[]; readonly day: CalendarDate },
): HandOver<Report> {
  if (to === "inbox") return { portions: [{ receiver: null, reports }].filter(isFilled), stays: [] };
  const asked = to === "team" ? receivers.filter(({ isRouted }) => isRouted) : receivers.filter(({ id }) => id === to);
  const piles = asked.map((receiver): Pile<Report> => ({ receiver, reports: [] }));
  const stays: Report[] = [];
  for (const report of reports) {
    const pile = lightest(
      piles.filter(({ receiver, reports: given }) => {
        if (report.isProtected && !receiver.protectedCases) return false;
        return to !== "team" || absenceOf(loaded(receiver, given.length), day) === null;
      }),
    );
    if (pile === undefined) stays.push(report);
    else pile.reports.push(report);
  }
  return { portions: piles.filter(isFilled), stays };
}

function loaded(receiver: Receiver, more: number): Receiver {
  return { ...receiver, openReports: receiver.openReports + more };
}

interface Pile<Report> {
  readonly receiver: Receiver;
  readonly reports: Report[];
}

/** Of who has as little, the first in the list: the same division each time. */
function lightest<Report>(piles: readonly Pile<Report>[]): Pile<Report> | undefined {
  const load = ({ receiver, reports }: Pile<Report>) => receiver.openReports + reports.length;
  return piles.reduce<Pile<Report> | undefined>(
    (least, pile) => (least === undefined || load(pile) < load(least) ? pile : least),
    undefined,
  );
}

function isFilled({ reports }: Portion<unknown>): boolean {
  return reports.length > 0;
}
