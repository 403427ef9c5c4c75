import type { OfficePlace } from "@/components/routing/office-nav";
import { readsInbox } from "@/lib/casework/inbox";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";

/** What this viewer may open of the routing of the own office. */
export function officePlaces(viewer: PersonViewer): readonly OfficePlace[] {
  if (viewer.kind !== "office") return [];
  const { officeId } = viewer;
  return [
    ...(can(viewer, "rules:read", { officeId }) ? (["rules"] as const) : []),
    ...(can(viewer, "rules:try", { officeId }) ? (["trial"] as const) : []),
    ...(readsInbox(viewer) ? (["transfers"] as const) : []),
    ...(can(viewer, "officers:plan", { officeId }) ? (["people"] as const) : []),
    ...(can(viewer, "presence:keep", viewer) ? (["presence"] as const) : []),
    ...(can(viewer, "officers:plan", { officeId }) ? (["followers"] as const) : []),
    ...(can(viewer, "areas:read-own", { officeId }) ? (["areas"] as const) : []),
    ...(can(viewer, "terms:keep", { officeId }) ? (["terms"] as const) : []),
    ...(can(viewer, "templates:keep", { officeId }) ? (["texts"] as const) : []),
  ];
}
