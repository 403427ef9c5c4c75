"use server";

import { sayQuiet } from "@/lib/statistics/commands/say-quiet.server";
import { quietInput } from "@/lib/statistics/silent";
import { buttonAction } from "@/lib/web/button-action.server";

const path = "/beveiligd/cijfers/niet-gemeld";

export const sayQuietAction = buttonAction(quietInput, sayQuiet, {
  done: () => `${path}?klaar=ja`,
  refused: path,
});
