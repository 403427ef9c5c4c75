"use server";

import { addFollowRule, dropFollowRule, handOnReports } from "@/lib/notifications/commands/follow-rules.server";
import { dropFollowRuleInput, handOnInput } from "@/lib/notifications/inputs";
import { followRuleForm } from "@/lib/reports/follow-rule-form";
import { formAction } from "@/lib/web/form-action.server";

const done = (word: string) => () => `/beheer/volgers?klaar=${word}`;

export const addFollowRuleAction = formAction(followRuleForm, addFollowRule, done("toegevoegd"));

export const dropFollowRuleAction = formAction(dropFollowRuleInput, dropFollowRule, done("weggehaald"));

export const handOnAction = formAction(handOnInput, handOnReports, done("overgedragen"));
