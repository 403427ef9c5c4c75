import { ownOffice, readsInbox } from "@/lib/casework/inbox";
import type { Label } from "@/lib/i18n/locale";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";

interface Place {
  readonly href: string;
  readonly label: Label;
  readonly isFor: (viewer: PersonViewer) => boolean;
}

const places: readonly Place[] = [
  { href: "/meldingen", label: { nl: "Meldingen", en: "Reports" }, isFor: ({ kind }) => kind === "school" },
  { href: "/werkvoorraad", label: { nl: "Werkvoorraad", en: "Inbox" }, isFor: worksInInbox },
  {
    href: "/werkvoorraad/verdelen",
    label: { nl: "Verdelen", en: "Distribute" },
    isFor: (viewer) => viewer.kind === "office" && can(viewer, "report:assign", ownOffice(viewer)),
  },
  {
    href: "/werkvoorraad/overzicht",
    label: { nl: "Overzicht", en: "Oversight" },
    isFor: (viewer) => viewer.kind === "office" && can(viewer, "oversight:read", { officeId: viewer.officeId }),
  },
  {
    href: "/routering",
    label: { nl: "Routering", en: "Routing" },
    isFor: (viewer) => can(viewer, "unroutable:list", {}) || arrangesOffice(viewer),
  },
  // Half of the schools did not know of what stands here: the name says what it is.
  {
    href: "/beveiligd",
    label: { nl: "Cijfers en leveringen", en: "Figures and deliveries" },
    isFor: (viewer) => can(viewer, "figures:read", {}) && getsDeliveries(viewer),
  },
  {
    href: "/beveiligd",
    label: { nl: "Cijfers", en: "Figures" },
    isFor: (viewer) => can(viewer, "figures:read", {}) && !getsDeliveries(viewer),
  },
  {
    href: "/beheer/toegangslog",
    label: { nl: "Toegangslog", en: "Access log" },
    isFor: (viewer) => can(viewer, "access-log:read", {}),
  },
  {
    href: "/beheer",
    label: { nl: "Beheer", en: "Administration" },
    isFor: (viewer) => can(viewer, "people:manage", { organisationId: viewer.organisationId }),
  },
  {
    href: "/beheer/kalender",
    label: { nl: "Schoolkalender", en: "School calendar" },
    isFor: (viewer) => can(viewer, "calendar:keep", { organisationId: viewer.organisationId }),
  },
  {
    href: "/beheer/postvak",
    label: { nl: "Postvak", en: "Mailbox" },
    isFor: (viewer) => can(viewer, "mailbox:read", {}),
  },
  {
    href: "/beheer/bewaren",
    label: { nl: "Bewaren en vernietigen", en: "Keeping and destroying" },
    isFor: (viewer) => can(viewer, "retention:watch", {}),
  },
  {
    href: "/berichten",
    label: { nl: "Berichten", en: "Notices" },
    isFor: (viewer) => viewer.kind !== "desk" || can(viewer, "unroutable:list", {}),
  },
  { href: "/hulp", label: { nl: "Hulp", en: "Help" }, isFor: () => true },
];

/** An analyst reads no reports: he begins at the figures. */
function worksInInbox(viewer: PersonViewer): boolean {
  return viewer.kind === "office" && readsInbox(viewer);
}

function getsDeliveries(viewer: PersonViewer): boolean {
  return viewer.kind === "office" && can(viewer, "delivery:read", { officeId: viewer.officeId });
}

function arrangesOffice(viewer: PersonViewer): boolean {
  if (viewer.kind !== "office") return false;
  const { officeId } = viewer;
  return can(viewer, "rules:keep", { officeId }) || can(viewer, "officers:plan", { officeId });
}

/** The places of the desk where this viewer has something to do, the own desk first. */
export function placesFor(viewer: PersonViewer): readonly Omit<Place, "isFor">[] {
  return places.filter(({ isFor }) => isFor(viewer)).map(({ href, label }) => ({ href, label }));
}

/** The own desk: where somebody begins. */
export function startPage(viewer: PersonViewer): string {
  return placesFor(viewer)[0]?.href ?? "/hulp";
}

/** The place in which this path lies: the longest that fits, so that a page of mail is not also administration. */
export function currentPlace(hrefs: readonly string[], path: string): string | null {
  const fitting = hrefs.filter((href) => path === href || path.startsWith(`${href}/`));
  return fitting.toSorted((one, other) => other.length - one.length)[0] ?? null;
}
