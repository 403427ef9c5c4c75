import type { ReactNode } from "react";
import { SessionGuard } from "@/components/account/session-guard";
import { classes } from "@/components/ui/classes";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { SessionLeft } from "@/lib/identity/sign-in-state";
import { Brand } from "./brand";
import { DemoBanner } from "./demo-banner";
import type { FormTarget } from "./form-target";
import { MainNavigation } from "./main-navigation";
import type { NavItem } from "./navigation";
import { PageFooter } from "./page-footer";
import { type OtherMandate, type WhoIsIn, WhoMenu } from "./who-menu";

/** `form` for one column of questions, `page` for most, `full` for desks that use the whole screen. */
const widths = { form: "max-w-form", page: "max-w-page", full: "" } as const;

export interface ShellActions {
  readonly switchLanguage: FormTarget;
  readonly switchMandate?: FormTarget;
  readonly signOut?: FormTarget;
}

export interface PageShellProps {
  readonly children: ReactNode;
  readonly actions: ShellActions;
  readonly width?: keyof typeof widths;
  /** Null before signing in: then the head holds the name of the desk only. */
  readonly who?: WhoIsIn | null;
  /** Absent: nobody is signed in, or the page watches no session. */
  readonly session?: SessionLeft;
  readonly otherMandates?: readonly OtherMandate[];
  readonly nav?: readonly NavItem[];
  readonly isDemo?: boolean;
  /** A search field in the head. */
  readonly search?: ReactNode;
}

export function PageShell(props: PageShellProps) {
  const { children, actions, width = "page" } = props;
  const t = useTranslations("common");
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#inhoud"
        className="absolute top-2 left-2 z-10 -translate-y-20 rounded-md bg-paper px-3 py-2 font-semibold shadow-over focus:translate-y-0 print:hidden"
      >
        {t("skip")}
      </a>
      <PageHeader {...props} />
      <main
        id="inhoud"
        tabIndex={-1}
        className={classes(
          "w-full flex-1 outline-none print:p-0 print:pt-4",
          width === "full"
            ? "flex flex-col"
            : "mx-auto grid content-start gap-5 px-4 pt-5 pb-14 sm:gap-6 sm:px-6 sm:pt-7",
          widths[width],
        )}
      >
        {children}
      </main>
      <PageFooter switchLanguage={actions.switchLanguage} />
      {props.session === undefined ? null : <SessionGuard session={props.session} />}
    </div>
  );
}

function PageHeader({
  who = null,
  nav = [],
  otherMandates = [],
  actions,
  search,
  width,
  isDemo = false,
}: PageShellProps) {
  return (
    <header className="border-b border-line bg-paper print:border-b-2 print:border-line-strong">
      {isDemo ? <DemoBanner /> : null}
      <div
        className={classes(
          "mx-auto flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6 print:px-0",
          width !== "full" && "max-w-bar",
        )}
      >
        <Brand />
        {nav.length > 0 ? <MainNavigation items={nav} /> : null}
        {search === undefined ? null : <div className="ml-auto w-72 max-w-full print:hidden">{search}</div>}
        {who === null ? null : (
          <WhoMenu who={who} others={otherMandates} switchMandate={actions.switchMandate} signOut={actions.signOut} />
        )}
      </div>
    </header>
  );
}
