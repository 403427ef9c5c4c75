import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import type { Viewer } from "@/lib/identity/viewer";
import { absenceTypeOf } from "@/lib/reports/record-codes";
import type { SearchWish } from "@/lib/reports/report-search";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { studentName } from "@/lib/shared/student-name";
import { readsInbox } from "../inbox";
import { type FoundLine, foundMost, type SearchFound } from "../inbox-search";
import { askFound, askSchools, type FoundRow } from "../inbox-search-sql.server";

/**
 * Cases of the own office, open and done, by the name or number of a student, by a reference, and schools with open
 * cases. Put on the access log with the number found; what was typed is kept nowhere.
 */
export async function searchInbox(viewer: Viewer, now: Now, wish: SearchWish): Promise<SearchFound> {
  if (viewer.kind !== "office" || !readsInbox(viewer)) throw new NotAllowed("report:read");
  const [rows, schools] = await Promise.all([
    askFound(viewer, wish, foundMost + 1),
    wish.kind === "words" ? askSchools(viewer, wish.words) : [],
  ]);
  const lines = rows.slice(0, foundMost).map(presentFound);
  await recordRead(viewer, now, {
    action: "inbox:search",
    object: { kind: "report", count: lines.length },
    reason: usualReason(viewer),
  });
  return { lines, hasMore: rows.length > foundMost, schools };
}

function presentFound({ firstName, prefix, lastName, type, ...row }: FoundRow): FoundLine {
  return { ...row, type: absenceTypeOf(type), studentName: studentName({ firstName, prefix, lastName }) };
}
