"use server";

import {
  addFollowRule,
  changeFollowRule,
  dropFollowRule,
  handOnReports,
} from "@/lib/notifications/commands/follow-rules.server";
import { changeFollowRuleInput, dropFollowRuleInput, handOnInput } from "@/lib/notifications/inputs";
import { followRuleForm } from "@/lib/reports/follow-rule-form";
import { formAction } from "@/lib/web/form-action.server";

const done = (word: string) => () => `/beheer/volgers?klaar=${word}`;

export const addFollowRuleAction = formAction(followRuleForm, addFollowRule, done("toegevoegd"));

export const changeFollowRuleAction = formAction(changeFollowRuleInput, changeFollowRule, done("gewijzigd"));

export const dropFollowRuleAction = formAction(dropFollowRuleInput, dropFollowRule, done("weggehaald"));

export const handOnAction = formAction(handOnInput, handOnReports, done("overgedragen"));
