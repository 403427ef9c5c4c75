"use server";

import { type AreaMoveChoice, areaMoveChoice } from "@/lib/routing/area-move-choice";
import { dropAreaMove, planAreaMove } from "@/lib/routing/commands/plan-area-move.server";
import { formAction } from "@/lib/web/form-action.server";

const page = (done: string) => (choice: AreaMoveChoice) =>
  `/routering/verhuizingen/${choice.oldCode}_${choice.effectiveOn}?klaar=${done}`;

export const planAction = formAction(areaMoveChoice, planAreaMove, page("gepland"));
export const dropAction = formAction(areaMoveChoice, dropAreaMove, page("afgezegd"));
