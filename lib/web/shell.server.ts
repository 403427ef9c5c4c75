import "server-only";
import { getLocale } from "next-intl/server";
import { formatCount } from "@/lib/i18n/format";
import { isDemoDatabase } from "@/lib/identity/demo.server";
import { roles } from "@/lib/identity/roles";
import { sessionLeft } from "@/lib/identity/sign-in-state";
import type { PersonViewer } from "@/lib/identity/viewer";
import { findSignIn, requireSignIn } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { getTranslations } from "@/lib/web/words.server";
import { TooSlow } from "./api-failure";
import { isDatabaseAway } from "./database-away";
import { within } from "./deadline";
import { switchLanguage } from "./locale.server";
import { currentPlace, placesFor } from "./navigation";

/** For what a page can do without. */
const pagePatienceMilliseconds = 2_500;

/** The addresses that the frame's small forms post to. */
export const framePaths = { signOut: "/account/uitloggen", switchMandate: "/account/functie" } as const;

/**
 * What stands around every page of a signed-in viewer, for `PageShell`; it costs no trip, since the session brought
 * all of it. `path` is the page's own, so that the menu shows where one is.
 */
export async function shellProps(viewer: PersonViewer, path: string) {
  const [signIn, locale, t] = await Promise.all([requireSignIn(), getLocale(), getTranslations("common")]);
  const { otherMandates, isDemo, unreadNoticeCount } = signIn;
  const places = placesFor(viewer);
  const current = currentPlace(
    places.map(({ href }) => href),
    path,
  );
  return {
    who: { name: viewer.name, role: roles[viewer.role].label[locale], organisation: viewer.organisationName },
    otherMandates: otherMandates.map(({ mandateId, role, organisationName }) => ({
      id: mandateId,
      role: roles[role].label[locale],
      organisation: organisationName,
    })),
    nav: places.map(({ href, label }) => ({
      href,
      label: label[locale],
      isCurrent: href === current,
      ...(href === "/berichten" && unreadNoticeCount > 0
        ? {
            count: {
              shown: formatCount(unreadNoticeCount, locale),
              label: t("unread", { count: unreadNoticeCount }),
            },
          }
        : {}),
    })),
    isDemo,
    session: sessionLeft(signIn, now().at),
    actions: { switchLanguage, ...framePaths },
  };
}

/** Around a page for whoever has not signed in. It must stand when the database does not. */
export async function publicShellProps() {
  return { who: null, isDemo: await ifKnown(isDemoDatabase, false), actions: { switchLanguage } };
}

/** For pages that must stand when the database does not: then nobody is known to be signed in. */
export async function findSignInIfKnown() {
  return ifKnown(findSignIn, null);
}

async function ifKnown<Value>(ask: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await within(pagePatienceMilliseconds, ask());
  } catch (error) {
    if (error instanceof TooSlow || isDatabaseAway(error)) return otherwise;
    throw error;
  }
}
