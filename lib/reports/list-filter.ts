import { z } from "zod";
import { readReference } from "@/lib/shared/reference";
import { openStatuses, type Status } from "@/lib/timeline/statuses";

export const listViews = ["open", "done", "all"] as const;
export type ListView = (typeof listViews)[number];

export interface ReportListFilter {
  readonly view: ListView;
  /** A report's reference or the school's own reference; anything else finds nothing. Never a name. */
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
}

/** The filter as a condition on rows. */
export function listFilter({ view, search }: Pick<ReportListFilter, "view" | "search">) {
  const text = search?.trim() ?? "";
  return { AND: [...statusCondition(view), ...(text === "" ? [] : [searchCondition(text)])] };
}

function statusCondition(view: ListView): { status: { in: Status[] } | { notIn: Status[] } }[] {
  if (view === "open") return [{ status: { in: [...openStatuses] } }];
  return view === "done" ? [{ status: { notIn: [...openStatuses] } }] : [];
}

function searchCondition(text: string) {
  const reference = readReference(text);
  return reference === null ? { ownReference: text } : { reference };
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** The place in the list after which the next page begins. */
export function writeListCursor(row: { readonly filedAt: Date; readonly id: string }): string {
  return `${row.filedAt.toISOString()}_${row.id}`;
}

/** A cursor that is no cursor begins at the first page. */
export function readListCursor(cursor: string | undefined) {
  const parsed = cursorShape.safeParse(cursor?.split("_"));
  if (!parsed.success) return {};
  const [filedAt, id] = parsed.data;
  return { OR: [{ filedAt: { lt: new Date(filedAt) } }, { filedAt: new Date(filedAt), id: { lt: id } }] };
}
