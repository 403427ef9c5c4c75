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
import { withFound } from "@/lib/routing/found-places";
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
import { findRulePlaces } from "@/lib/routing/queries.server";
import type { RulePlaces } from "@/lib/routing/views";
import { ok } from "@/lib/shared/result";
import { buttonAction } from "@/lib/web/button-action.server";
import { formAction, formSearch, withSearch } from "@/lib/web/form-action.server";
import { textOf, textsOf } from "@/lib/web/form-state";

const page = "/routering/regels";
const done = () => `${page}?klaar=ja`;
const places = { done, refused: page };

export const startAction = buttonAction(startInput, startDraft, places);
export const moveAction = buttonAction(moveInput, moveRule, places);
export const removeAction = buttonAction(ruleChoice, removeRule, places);
export const discardAction = buttonAction(draftChoice, discardDraft, places);
export const spreadAction = buttonAction(spreadInput, setSpread, places);
export const takeBackAction = buttonAction(comingChoice, takeBackRules, places);

const save = formAction(ruleForm, saveRule, done);

const search = formSearch(async (viewer, fields, state) => {
  const found = await findRulePlaces(viewer, textOf({ values: fields }, "zoek"));
  const add = (name: keyof RulePlaces) => {
    const known = (state.found?.[name] ?? []).map(({ value, label }) => ({ id: value, name: label }));
    return withFound(known, textsOf({ values: fields }, name), found[name]).map(({ id, name: label }) => ({
      value: id,
      label,
    }));
  };
  return ok({ schools: add("schools"), locations: add("locations") });
});

export const ruleAction = withSearch(search, save);
export const activateAction = formAction(activationInput, activateDraft, done);
