"use server";

import { acknowledgeReport } from "@/lib/casework/commands/acknowledge-report.server";
import { assignReport } from "@/lib/casework/commands/assign-report.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { reopenReport } from "@/lib/casework/commands/reopen-report.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { withWrittenDay } from "@/lib/casework/from-form";
import { donePath } from "@/lib/casework/inbox-address";
import {
  acknowledgeInput,
  assignInput,
  closeInput,
  recordActionInput,
  reopenInput,
  takeUpInput,
} from "@/lib/casework/inputs";
import { formAction } from "@/lib/web/form-action.server";

export const takeUpAction = formAction(takeUpInput, takeUp, donePath("opgepakt"));

export const recordActionAction = formAction(
  withWrittenDay("on", recordActionInput),
  recordAction,
  donePath("vastgelegd"),
);

export const acknowledgeAction = formAction(acknowledgeInput, acknowledgeReport, donePath("aangenomen"));

export const closeAction = formAction(closeInput, closeReport, donePath("afgesloten"));

export const reopenAction = formAction(reopenInput, reopenReport, donePath("heropend"));

export const assignAction = formAction(assignInput, assignReport, donePath("toegewezen"));
