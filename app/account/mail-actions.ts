"use server";

import { withWrittenDay } from "@/lib/casework/from-form";
import { chooseMail, dropStandIn, nameStandIn } from "@/lib/notifications/commands/own-mail.server";
import { choicesInput, dropStandInInput, standInInput } from "@/lib/notifications/inputs";
import { formAction } from "@/lib/web/form-action.server";

const done = (word: string) => () => `/account/mail?klaar=${word}`;

export const chooseMailAction = formAction(choicesInput, chooseMail, done("keuze"));

export const nameStandInAction = formAction(
  withWrittenDay("firstDay", withWrittenDay("lastDay", standInInput)),
  nameStandIn,
  done("vervanger"),
);

export const dropStandInAction = formAction(dropStandInInput, dropStandIn, done("gestopt"));
