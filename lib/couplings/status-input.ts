import { z } from "zod";
import { closeNoteCodes, closeReasonCodes } from "@/lib/reports/codes";
import { contact } from "@/lib/reports/input";
import { requiredWords } from "@/lib/shared/words";

const closing = {
  closeReason: z.enum(closeReasonCodes, { error: "close-reason-missing" }),
  closeNote: z.enum(closeNoteCodes, { error: "close-note-missing" }),
};

/** What the system of an office says of a report. Reasons and notes belong to closing, a reason to taking up again. */
export const statusInput = z
  .strictObject({
    status: z.enum(["in_progress", "noted", "closed"], { error: "status-unknown" }),
    closeReason: closing.closeReason.optional(),
    closeNote: closing.closeNote.optional(),
    /** Why a closed report is taken up again. */
    reason: requiredWords(500).optional(),
    contact: contact.optional(),
  })
  .superRefine((input, context) => {
    for (const [path, code] of findings(input)) context.addIssue({ code: "custom", path: [path], message: code });
  });

export type StatusInput = z.infer<typeof statusInput>;

type Finding = readonly [path: "closeReason" | "closeNote" | "reason", code: string];

function findings(input: {
  readonly status: string;
  readonly closeReason?: string | undefined;
  readonly closeNote?: string | undefined;
  readonly reason?: string | undefined;
}): readonly Finding[] {
  const isClosing = input.status === "closed";
  return [
    ...together("closeReason", input.closeReason, isClosing, "close-reason-missing"),
    ...together("closeNote", input.closeNote, isClosing, "close-note-missing"),
    ...(input.reason !== undefined && input.status !== "in_progress" ? ([["reason", "not-asked"]] as const) : []),
  ];
}

/** A field that must be there when it is asked, and must not be there when it is not. */
function together(path: Finding[0], value: unknown, isAsked: boolean, missing: string): readonly Finding[] {
  if (isAsked) return value === undefined ? [[path, missing]] : [];
  return value === undefined ? [] : [[path, "not-asked"]];
}
