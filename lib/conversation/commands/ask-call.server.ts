import "server-only";
import type { z } from "zod";
import type { Translate } from "@/lib/i18n/translator";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import type { Result } from "@/lib/shared/result";
import { sayAboutCall } from "../about-call.server";
import type { callInput } from "../inputs";
import type { Said } from "../talk.server";

/** "Bel mij terug": the school leaves a number and the times that suit, as words of the conversation. */
export async function askCall(viewer: Viewer, input: z.infer<typeof callInput>, now: Now): Promise<Result<Said>> {
  const { reference, phone, times } = input;
  const words = (t: Translate) => t("conversation.call.words", { phone, times });
  return sayAboutCall(viewer, { reference, kind: "call_asked", words }, now);
}
