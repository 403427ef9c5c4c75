import "server-only";
import { acknowledgeReport } from "@/lib/casework/commands/acknowledge-report.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { reopenReport } from "@/lib/casework/commands/reopen-report.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import type { ClientViewer } from "@/lib/identity/viewer";
import type { ChangedReport } from "@/lib/reports/change-report.server";
import { findReport } from "@/lib/reports/queries.server";
import type { Now } from "@/lib/shared/clock";
import { fail, type Result } from "@/lib/shared/result";
import type { StatusInput } from "../status-input";

interface Target {
  readonly reference: string;
  /** Absent: whatever version it has now. */
  readonly version?: number | undefined;
}

/** The system of an office says what the office does; each word is the command that a person would give. */
export function setStatus(
  viewer: ClientViewer,
  { input, ...target }: Target & { readonly input: StatusInput },
  now: Now,
): Promise<Result<ChangedReport>> {
  const words = contactWords(input);
  switch (input.status) {
    case "noted":
      return acknowledgeReport(viewer, { ...target, words }, now);
    case "closed":
      return close(viewer, { ...target, words }, input, now);
    case "in_progress":
      return takeUpOrReopen(viewer, target, input, now);
  }
}

async function close(
  viewer: ClientViewer,
  target: Target & { readonly words: string | undefined },
  { closeReason, closeNote }: StatusInput,
  now: Now,
): Promise<Result<ChangedReport>> {
  if (closeReason === undefined) return fail({ code: "close-reason-missing", field: "closeReason" });
  if (closeNote === undefined) return fail({ code: "close-note-missing", field: "closeNote" });
  return closeReport(viewer, { ...target, closeReason, closeNote }, now);
}

async function takeUpOrReopen(
  viewer: ClientViewer,
  { reference, version }: Target,
  input: StatusInput,
  now: Now,
): Promise<Result<ChangedReport>> {
  const view = await findReport(viewer, now, reference);
  const target = { reference, version: version ?? view.version };
  if (view.status === "closed" && input.reason === undefined) {
    return fail({ code: "reopen-reason-missing", field: "reason" });
  }
  const moved = await (view.status === "closed"
    ? reopenReport(viewer, { ...target, reason: input.reason ?? "" }, now)
    : takeUp(viewer, target, now));
  const words = contactWords(input);
  if (!moved.ok || words === undefined) return moved;
  return recordAction(viewer, { reference, version: moved.value.version, intervention: "other", words }, now);
}

/** Whom the school can reach, as words on the timeline. */
function contactWords({ contact }: StatusInput): string | undefined {
  if (contact === undefined) return undefined;
  const parts = [contact.name, contact.function, contact.phone, contact.email].filter((part) => part !== undefined);
  return `Contactpersoon: ${parts.join(", ")}`;
}
