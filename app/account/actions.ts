"use server";

import { type LocaleChoice, localeChoice, passwordChange, sessionChoice } from "@/lib/identity/account-input";
import { changePassword, chooseLocale } from "@/lib/identity/commands/own-account.server";
import { endSession } from "@/lib/identity/commands/sessions.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { buttonAction } from "@/lib/web/button-action.server";
import { formAction } from "@/lib/web/form-action.server";
import { rememberLocale } from "@/lib/web/locale-cookie.server";

export const changePasswordAction = formAction(passwordChange, changePassword, () => "/account?klaar=wachtwoord");

export const endSessionAction = buttonAction(sessionChoice, endSession, {
  done: () => "/account?klaar=sessie",
  refused: "/account",
});

export const chooseLocaleAction = buttonAction(localeChoice, chooseLocaleHereToo, {
  done: () => "/account?klaar=taal",
  refused: "/account",
});

async function chooseLocaleHereToo(viewer: PersonViewer, choice: LocaleChoice, now: Now) {
  const chosen = await chooseLocale(viewer, choice, now);
  await rememberLocale(choice.locale);
  return chosen;
}
