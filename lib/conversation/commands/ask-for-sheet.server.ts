import "server-only";
import type { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { fail, type Result } from "@/lib/shared/result";
import { addWorkingDays } from "@/lib/shared/working-days";
import type { askSheetInput } from "../inputs";
import { findTalk, type Said } from "../talk.server";
import { askSchool } from "./ask-school.server";

/** As long as a school usually has to answer. */
const workingDays = 5;

/** "De verzuimstaat ontbreekt": asks the school for it at one click. While the school was asked already, not again. */
export async function askForSheet(
  viewer: Viewer,
  { reference }: z.infer<typeof askSheetInput>,
  now: Now,
): Promise<Result<Said>> {
  const { id } = await findTalk(viewer, reference, "request:ask");
  const waiting = await prisma.request.count({
    where: { reportId: id, kind: "absence_sheet", answeredAt: null, droppedAt: null },
  });
  if (waiting > 0) return fail({ code: "sheet-asked" });
  const dueOn = addWorkingDays(now.today, workingDays);
  return askSchool(viewer, { reference, kind: "absence_sheet", words: undefined, dueOn }, now);
}
