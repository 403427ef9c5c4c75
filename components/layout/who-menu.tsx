import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { FormTarget } from "./form-target";

export interface WhoIsIn {
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}

/** Another function of the same person, with which the person can go on. */
export interface OtherMandate {
  readonly id: string;
  readonly role: string;
  readonly organisation: string;
}

interface WhoMenuProps {
  readonly who: WhoIsIn;
  readonly others: readonly OtherMandate[];
  /** Gets the mandate's id as `mandateId`. */
  readonly switchMandate: FormTarget | undefined;
  readonly signOut: FormTarget | undefined;
}

const menuId = "wie-menu";

/** Who works here and as what. A popover of the browser's own: it opens and closes without script. */
export function WhoMenu({ who, others, switchMandate, signOut }: WhoMenuProps) {
  const t = useTranslations("common.who");
  return (
    <div className="relative ml-auto print:hidden">
      <button
        type="button"
        popoverTarget={menuId}
        className="flex min-h-11 items-center gap-3 rounded-md px-2 text-right [anchor-name:--wie] text-sm leading-tight hover:bg-sunken"
      >
        <span className="sr-only">{t("label")}: </span>
        <span className="max-sm:sr-only">
          <span className="block font-semibold text-ink">{who.name}</span>
          <span className="block text-ink-soft">
            {who.role}, {who.organisation}
          </span>
        </span>
        <span className="grid size-9 place-items-center rounded-full bg-brand-wash text-brand sm:hidden">
          <Icon name="person" />
        </span>
        <span className="text-ink-soft">
          <Icon name="chevron-down" size={14} />
        </span>
      </button>
      <div id={menuId} popover="auto" className={menuPlace}>
        <p className="px-3 pt-2 pb-3 text-sm text-ink-soft">
          {t("signedInAs")}
          <strong className="block text-base text-ink">{who.name}</strong>
          {who.role}, {who.organisation}
        </p>
        <MandateForm others={others} action={switchMandate} />
        <ul className="grid border-t border-line pt-2">
          <li>
            <TextLink href="/account" className={menuLine}>
              {t("account")}
            </TextLink>
          </li>
          {signOut === undefined ? null : (
            <li>
              <form action={signOut} method={methodOf(signOut)}>
                <button type="submit" className={menuLine}>
                  {t("signOut")}
                </button>
              </form>
            </li>
          )}
        </ul>
      </div>
    </div>
  );
}

/** Below its button where the browser can hold on to that, else in the corner below the head. */
const menuPlace =
  "absolute inset-auto [position-anchor:--wie] top-24 right-4 m-0 w-80 max-w-[calc(100vw-2rem)] rounded-xl bg-paper p-2 text-ink shadow-over " +
  "supports-[top:anchor(bottom)]:top-[anchor(bottom)] supports-[top:anchor(bottom)]:right-[anchor(right)]";

const menuLine = "flex min-h-11 w-full items-center rounded-md px-3 text-left text-ink no-underline hover:bg-sunken";

interface MandateFormProps {
  readonly others: readonly OtherMandate[];
  readonly action: FormTarget | undefined;
}

function MandateForm({ others, action }: MandateFormProps) {
  const t = useTranslations("common.who");
  if (action === undefined || others.length === 0) return null;
  return (
    <form action={action} method={methodOf(action)} className="border-t border-line py-2">
      <p className="px-3 pb-1 text-sm font-semibold text-ink-soft">{t("otherMandates")}</p>
      {others.map((other) => (
        <button key={other.id} type="submit" name="mandateId" value={other.id} className={menuLine}>
          <span>
            <span className="block font-medium">{other.organisation}</span>
            <span className="block text-sm text-ink-soft">{other.role}</span>
          </span>
        </button>
      ))}
    </form>
  );
}

function methodOf(action: FormTarget): "post" | undefined {
  return typeof action === "string" ? "post" : undefined;
}
