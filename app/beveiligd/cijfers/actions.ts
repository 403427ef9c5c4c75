"use server";

import { hideEnding } from "@/lib/statistics/commands/hide-ending.server";
import { dropView, keepView } from "@/lib/statistics/commands/keep-view.server";
import { subscribe } from "@/lib/statistics/commands/subscribe.server";
import { subscribeInput, viewForm, viewTarget } from "@/lib/statistics/view-input";
import { buttonAction } from "@/lib/web/button-action.server";
import { formAction } from "@/lib/web/form-action.server";

const path = "/beveiligd/cijfers";

export const keepViewAction = formAction(viewForm, keepView, () => `${path}?bewaard=ja`);

export const subscribeAction = buttonAction(subscribeInput, subscribe, {
  done: () => `${path}?mail=bewaard`,
  refused: path,
});

export const dropViewAction = buttonAction(viewTarget, dropView, { done: () => path, refused: path });

export const hideEndingAction = buttonAction(viewTarget, hideEnding, { done: () => path, refused: path });
