import type { Viewer } from "@/lib/identity/viewer";
import type { AuditAction } from "./action-labels";
import type { AuditReason } from "./reason-labels";

/** What the access log says of one act (BIO2 8.15: action, object, result, actor, time). Never the content. */
export interface AuditAct {
  readonly action: AuditAction;
  readonly object: { readonly kind: string; readonly id?: string; readonly count?: number };
  /** On which ground: own school, own office, own duty, or a reason that was given. */
  readonly reason: AuditReason;
  readonly result?: "done" | "refused";
}

export interface AuditActor {
  readonly kind: string;
  readonly id: string | null;
  readonly role: string;
  readonly organisationId: string | null;
}

export function auditActor(viewer: Viewer): AuditActor {
  switch (viewer.kind) {
    case "system":
      return { kind: "system", id: null, role: viewer.name, organisationId: null };
    case "client":
      return { kind: "client", id: viewer.clientId, role: viewer.side, organisationId: viewer.organisationId };
    default:
      return { kind: "person", id: viewer.accountId, role: viewer.role, organisationId: viewer.organisationId };
  }
}

/** The ground on which this viewer usually reads. */
export function usualReason(viewer: Viewer): AuditReason {
  switch (viewer.kind) {
    case "school":
      return "own-school";
    case "office":
      return "own-office";
    case "desk":
      return "duty-of-the-desk";
    case "client":
      return `client-of-${viewer.side}`;
    case "system":
      return `system-${viewer.name}`;
  }
}
