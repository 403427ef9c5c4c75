import type { Viewer } from "@/lib/identity/viewer";
import type { EventActor } from "./events";

/** Under which name this viewer stands on the timeline. */
export function eventActor(viewer: Viewer): EventActor {
  switch (viewer.kind) {
    case "school":
    case "office":
    case "desk":
      return { side: viewer.kind, id: viewer.accountId, name: viewer.name, organisation: viewer.organisationName };
    case "client":
      return { side: viewer.side, id: null, name: viewer.name, organisation: viewer.organisationName };
    case "system":
      return { side: "system", id: null, name: "Verzuimloket", organisation: null };
  }
}
