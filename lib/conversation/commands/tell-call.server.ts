import "server-only";
import type { z } from "zod";
import type { Translate } from "@/lib/i18n/translator";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import type { Result } from "@/lib/shared/result";
import { sayAboutCall } from "../about-call.server";
import type { calledInput } from "../inputs";
import type { Said } from "../talk.server";

/** The telephone call counts: one line of the school about it stands with the report, and nobody has to call back. */
export async function tellCall(viewer: Viewer, input: z.infer<typeof calledInput>, now: Now): Promise<Result<Said>> {
  const { reference } = input;
  const words = (t: Translate) => t("conversation.called.told", { words: input.words });
  return sayAboutCall(viewer, { reference, kind: "call_told", words }, now);
}
