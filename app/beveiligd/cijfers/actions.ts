"use server";

import { dropView, keepView } from "@/lib/statistics/commands/keep-view.server";
import { viewForm, viewTarget } from "@/lib/statistics/view-input";
import { buttonAction } from "@/lib/web/button-action.server";
import { formAction } from "@/lib/web/form-action.server";

const path = "/beveiligd/cijfers";

export const keepViewAction = formAction(viewForm, keepView, () => `${path}?bewaard=ja`);

export const dropViewAction = buttonAction(viewTarget, dropView, { done: () => path, refused: path });
