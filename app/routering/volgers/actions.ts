"use server";

import { addFollowRule, changeFollowRule, dropFollowRule } from "@/lib/notifications/commands/follow-rules.server";
import { changeFollowRuleInput, dropFollowRuleInput } from "@/lib/notifications/inputs";
import { followRuleForm } from "@/lib/reports/follow-rule-form";
import { formAction } from "@/lib/web/form-action.server";

const done = (word: string) => () => `/routering/volgers?klaar=${word}`;

export const addOfficeFollowerAction = formAction(followRuleForm, addFollowRule, done("toegevoegd"));

export const changeOfficeFollowerAction = formAction(changeFollowRuleInput, changeFollowRule, done("gewijzigd"));

export const dropOfficeFollowerAction = formAction(dropFollowRuleInput, dropFollowRule, done("weggehaald"));
