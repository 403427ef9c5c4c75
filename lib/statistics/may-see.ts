import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Selection } from "./selection";

/** Whether somebody may see what he asks for: exact figures of his own, or guarded ones of these places. */
export function maySee(viewer: Viewer, { about, rows, place }: Pick<Selection, "about" | "rows" | "place">): boolean {
  if (about === "own") return can(viewer, "figures:read-own", {});
  const asked = [place?.level, rows].filter((level) => level !== undefined);
  return asked.every((level) => can(viewer, "figures:read-places", { level }));
}
