"use server";

import {
  activateDraft,
  discardDraft,
  moveRule,
  removeRule,
  saveRule,
  setSpread,
  startDraft,
  takeBackRules,
} from "@/lib/routing/commands/keep-rules.server";
import {
  activationInput,
  comingChoice,
  draftChoice,
  moveInput,
  ruleChoice,
  ruleForm,
  spreadInput,
  startInput,
} from "@/lib/routing/office-rules/rule-input";
import { buttonAction } from "@/lib/web/button-action.server";
import { formAction } from "@/lib/web/form-action.server";

const page = "/routering/regels";
const done = () => `${page}?klaar=ja`;
const places = { done, refused: page };

export const startAction = buttonAction(startInput, startDraft, places);
export const moveAction = buttonAction(moveInput, moveRule, places);
export const removeAction = buttonAction(ruleChoice, removeRule, places);
export const discardAction = buttonAction(draftChoice, discardDraft, places);
export const spreadAction = buttonAction(spreadInput, setSpread, places);
export const takeBackAction = buttonAction(comingChoice, takeBackRules, places);
export const saveAction = formAction(ruleForm, saveRule, done);
export const activateAction = formAction(activationInput, activateDraft, done);
