"use server";

import { addFollowRule, dropFollowRule } from "@/lib/notifications/commands/follow-rules.server";
import { dropFollowRuleInput } from "@/lib/notifications/inputs";
import { followRuleForm } from "@/lib/reports/follow-rule-form";
import { formAction } from "@/lib/web/form-action.server";

const done = (word: string) => () => `/routering/volgers?klaar=${word}`;

export const addOfficeFollowerAction = formAction(followRuleForm, addFollowRule, done("toegevoegd"));

export const dropOfficeFollowerAction = formAction(dropFollowRuleInput, dropFollowRule, done("weggehaald"));
