import { z } from "zod";
import { closeNoteCodes, closeReasonCodes } from "@/lib/reports/codes";
import { contact } from "@/lib/reports/input";
import { requiredWords } from "@/lib/shared/words";

const whenClosing = { description: "Hoort bij status closed, en is daarbij verplicht." };
const whenReopening = {
  description: "Hoort bij status in_progress: waarom een afgesloten melding weer wordt opgepakt.",
};

/** What the system of an office says of a report. Reasons and notes belong to closing, a reason to taking up again. */
export const statusInput = z
  .strictObject({
    status: z.enum(["in_progress", "noted", "closed"], { error: "status-unknown" }),
    closeReason: z.enum(closeReasonCodes).optional().meta(whenClosing),
    closeNote: z.enum(closeNoteCodes).optional().meta(whenClosing),
    reason: requiredWords(500).optional().meta(whenReopening),
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
    ...(input.reason !== undefined && input.status !== "in_progress"
      ? ([["reason", "only-when-reopening"]] as const)
      : []),
  ];
}

/** A field that must be there with a closing, and must not be there without. */
function together(path: Finding[0], value: unknown, isClosing: boolean, missing: string): readonly Finding[] {
  if (isClosing) return value === undefined ? [[path, missing]] : [];
  return value === undefined ? [] : [[path, "only-when-closing"]];
}
