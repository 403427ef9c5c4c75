import type { Label } from "@/lib/i18n/locale";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";

interface SecurePlace {
  readonly href: string;
  readonly label: Label;
  readonly isFor: (viewer: PersonViewer) => boolean;
}

const places: readonly SecurePlace[] = [
  {
    href: "/beveiligd/cijfers",
    label: { nl: "Cijfers voor u", en: "Figures for you" },
    isFor: (viewer) => can(viewer, "figures:read", {}),
  },
  {
    href: "/beveiligd/cijfers/kiezen",
    label: { nl: "Zelf kiezen", en: "Choose yourself" },
    isFor: (viewer) => can(viewer, "figures:read", {}),
  },
  {
    href: "/beveiligd/cijfers/niet-gemeld",
    label: { nl: "Niet gemeld", en: "Not reported" },
    isFor: (viewer) => can(viewer, "figures:read", {}),
  },
  {
    href: "/beveiligd/leveringen",
    label: { nl: "Leveringen", en: "Deliveries" },
    isFor: (viewer) => viewer.kind === "office" && can(viewer, "delivery:read", { officeId: viewer.officeId }),
  },
];

/** The parts of the secure site that this viewer may open, in the order of the tabs. */
export function securePlaces(viewer: PersonViewer, locale: keyof Label) {
  return places.filter(({ isFor }) => isFor(viewer)).map(({ href, label }) => ({ href, label: label[locale] }));
}
