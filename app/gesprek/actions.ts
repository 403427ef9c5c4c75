"use server";

import { withWrittenDay } from "@/lib/casework/from-form";
import { askCall } from "@/lib/conversation/commands/ask-call.server";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { editMessage, editNote } from "@/lib/conversation/commands/edit-words.server";
import { sendMessage } from "@/lib/conversation/commands/send-message.server";
import { answerRequest, dropRequest } from "@/lib/conversation/commands/settle-request.server";
import { tellCall } from "@/lib/conversation/commands/tell-call.server";
import { writeNote } from "@/lib/conversation/commands/write-note.server";
import {
  answerInput,
  askInput,
  calledInput,
  callInput,
  dropInput,
  editInput,
  noteInput,
  sendInput,
} from "@/lib/conversation/inputs";
import { saidPath } from "@/lib/conversation/talk-address";
import { bringIn, takeOut } from "@/lib/notifications/commands/bring-in.server";
import { watchReport } from "@/lib/notifications/commands/watch-report.server";
import { followPath } from "@/lib/notifications/follow-address";
import { bringInInput, watchInput } from "@/lib/notifications/inputs";
import { listColleagues } from "@/lib/notifications/queries/colleagues.server";
import { now } from "@/lib/shared/clock";
import { ok } from "@/lib/shared/result";
import { formAction, formSearch, withSearch } from "@/lib/web/form-action.server";
import { textOf } from "@/lib/web/form-state";

export const sendAction = formAction(sendInput, sendMessage, saidPath("verstuurd"));

export const askCallAction = formAction(callInput, askCall, saidPath("belverzoek"));

export const tellCallAction = formAction(calledInput, tellCall, saidPath("gebeld"));

export const editMessageAction = formAction(editInput, editMessage, saidPath("aangepast"));

export const writeNoteAction = formAction(noteInput, writeNote, saidPath("genoteerd"));

export const editNoteAction = formAction(editInput, editNote, saidPath("genoteerd"));

export const askAction = formAction(withWrittenDay("dueOn", askInput), askSchool, saidPath("gevraagd"));

export const answerAction = formAction(answerInput, answerRequest, saidPath("beantwoord"));

export const dropAction = formAction(dropInput, dropRequest, saidPath("vervallen"));

/** Following is chosen at the report, and one comes back to it. */
export const watchAction = formAction(watchInput, watchReport, ({ path, watch }) => `${path}?volgen=${watch}#volgen`);

const findColleagues = formSearch(async (viewer, fields) => {
  const colleagues = await listColleagues(viewer, textOf({ values: fields }, "reference"), now());
  return ok({ colleagueId: colleagues.map(({ id, name }) => ({ value: id, label: name })) });
});

export const bringInAction = withSearch(findColleagues, formAction(bringInInput, bringIn, followPath("erbij")));

export const takeOutAction = formAction(bringInInput, takeOut, followPath("eraf"));
