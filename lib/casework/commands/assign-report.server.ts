import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok } from "@/lib/shared/result";
import type { Status } from "@/lib/timeline/statuses";
import { findHandler, type Handler } from "../handlers.server";
import type { assignInput } from "../inputs";
import { isOver } from "../is-over";

/** Gives a report that is not closed to an officer of the own office, or back to the shared inbox. */
export function assignReport(viewer: Viewer, input: z.infer<typeof assignInput>, now: Now) {
  const { reference, version = null, officerId } = input;
  return changeReport(viewer, now, { reference, version, action: "report:assign", move: null }, async (report, tx) => {
    const officer = officerId === undefined ? null : await findHandler(tx.client, report, officerId, now);
    const problem = refusalOf(report, input, officer);
    if (problem !== null) return fail(problem);
    return ok({
      columns: { officerId: officer?.id ?? null },
      event: { kind: "assigned", status: report.status, data: { officer: officer?.name ?? null } },
    });
  });
}

function refusalOf(
  report: { readonly status: Status; readonly officerId: string | null },
  { officerId }: z.infer<typeof assignInput>,
  officer: Handler | null,
): Problem | null {
  if (isOver(report.status)) return { code: "move-not-possible", facts: { status: report.status } };
  if (officerId !== undefined && officer === null) return { code: "officer-unknown", field: "officerId" };
  return report.officerId === (officer?.id ?? null) ? { code: "nothing-changed", field: "officerId" } : null;
}
