import { hasDeliveries } from "@/lib/deliveries/queries.server";
import type { Label } from "@/lib/i18n/locale";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";

interface SecurePlace {
  readonly href: string;
  readonly label: Label;
  readonly isFor: (viewer: PersonViewer) => boolean | Promise<boolean>;
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
    isFor: hasDeliveries,
  },
];

/** The parts of the secure site that this viewer may open, in the order of the tabs. */
export async function securePlaces(viewer: PersonViewer, locale: keyof Label) {
  const isOpen = await Promise.all(places.map(({ isFor }) => isFor(viewer)));
  return places.filter((_, index) => isOpen[index]).map(({ href, label }) => ({ href, label: label[locale] }));
}
