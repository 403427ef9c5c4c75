import type { Viewer } from "@/lib/identity/viewer";

export interface DeliveryFacts {
  /** The regional point that the delivery is for. Null never matches an office. */
  readonly officeId: string | null;
}

/** Deliveries name early leavers of a region: for its coordinators, and for the system they coupled. */
export function readsDeliveries(viewer: Viewer, facts: DeliveryFacts): boolean {
  if (viewer.kind === "client") return viewer.officeId === facts.officeId && viewer.scopes.includes("deliveries:read");
  return tracksLeavers(viewer, facts);
}

/** Asking for a delivery and saying how it goes with somebody in it is a person's work. */
export function tracksLeavers(viewer: Viewer, { officeId }: DeliveryFacts): boolean {
  return viewer.kind === "office" && viewer.role === "coordinator" && viewer.officeId === officeId;
}

export function makesDeliveries(viewer: Viewer): boolean {
  return viewer.kind === "system" && viewer.name === "deliveries";
}
