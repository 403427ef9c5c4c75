"use server";

import { acknowledgeReport } from "@/lib/casework/commands/acknowledge-report.server";
import { acceptTransfer, refuseTransfer } from "@/lib/casework/commands/answer-transfer.server";
import { assignReport } from "@/lib/casework/commands/assign-report.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { extendClock, pauseClock, resumeClock } from "@/lib/casework/commands/keep-clock.server";
import { dropInboxView, keepInboxView } from "@/lib/casework/commands/keep-inbox-view.server";
import { offerTransfer } from "@/lib/casework/commands/offer-transfer.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { referReport } from "@/lib/casework/commands/refer-report.server";
import { reopenReport } from "@/lib/casework/commands/reopen-report.server";
import { settleSignal } from "@/lib/casework/commands/settle-signal.server";
import { endTalk, moveTalk } from "@/lib/casework/commands/settle-talk.server";
import { takeBackTransfer } from "@/lib/casework/commands/take-back-transfer.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { withWrittenDay } from "@/lib/casework/from-form";
import { donePath, withParams } from "@/lib/casework/inbox-address";
import { inboxViewInput, inboxViewTarget } from "@/lib/casework/inbox-view-input";
import {
  acceptInput,
  acknowledgeInput,
  assignInput,
  closeInput,
  endTalkInput,
  extendInput,
  moveTalkInput,
  offerInput,
  pauseInput,
  recordActionInput,
  referInput,
  refuseInput,
  reopenInput,
  resumeInput,
  settleSignalInput,
  takeBackInput,
  takeUpInput,
} from "@/lib/casework/inputs";
import { buttonAction } from "@/lib/web/button-action.server";
import { formAction } from "@/lib/web/form-action.server";

export const takeUpAction = formAction(takeUpInput, takeUp, donePath("opgepakt"));

export const recordActionAction = formAction(
  withWrittenDay("on", recordActionInput),
  recordAction,
  donePath("vastgelegd"),
);

export const endTalkAction = formAction(endTalkInput, endTalk, donePath("vastgelegd"));

export const moveTalkAction = formAction(withWrittenDay("on", moveTalkInput), moveTalk, donePath("verplaatst"));

export const pauseClockAction = formAction(withWrittenDay("until", pauseInput), pauseClock, donePath("wacht"));

export const resumeClockAction = formAction(resumeInput, resumeClock, donePath("loopt"));

export const extendClockAction = formAction(extendInput, extendClock, donePath("verlengd"));

export const acknowledgeAction = formAction(acknowledgeInput, acknowledgeReport, donePath("aangenomen"));

export const closeAction = formAction(closeInput, closeReport, donePath("afgesloten"));

export const reopenAction = formAction(reopenInput, reopenReport, donePath("heropend"));

export const assignAction = formAction(assignInput, assignReport, donePath("toegewezen"));

export const referAction = formAction(referInput, referReport, donePath("doorgestuurd"));

export const offerAction = formAction(offerInput, offerTransfer, donePath("aangeboden"));

export const takeBackAction = formAction(takeBackInput, takeBackTransfer, donePath("teruggenomen"));

export const acceptAction = formAction(acceptInput, acceptTransfer, donePath("overgenomen"));

export const refuseAction = formAction(refuseInput, refuseTransfer, () => "/routering/overdrachten?klaar=geweigerd");

export const settleSignalAction = formAction(settleSignalInput, settleSignal, donePath("gezien"));

export const keepInboxViewAction = formAction(inboxViewInput, keepInboxView, ({ id, address }) =>
  withParams(address, { weergave: id, gedaan: "bewaard" }),
);

export const dropInboxViewAction = buttonAction(inboxViewTarget, dropInboxView, {
  done: () => "/werkvoorraad?gedaan=weggehaald",
  refused: "/werkvoorraad",
});
