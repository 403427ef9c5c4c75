import { classes } from "@/components/ui/classes";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";

interface SecureNavProps {
  /** The address of the tab that is open. */
  readonly current: string;
  readonly places: readonly { readonly href: string; readonly label: string }[];
}

/** The parts of the secure site. */
export function SecureNav({ current, places }: SecureNavProps) {
  const t = useTranslations("figures");
  return (
    <nav aria-label={t("nav")} className="print:hidden">
      <ul className="flex flex-wrap gap-0.5 border-b border-line pb-2">
        {places.map(({ href, label }) => (
          <li key={href}>
            <TextLink
              href={href}
              aria-current={href === current ? "page" : undefined}
              className={classes(
                "flex min-h-10 items-center rounded-md px-3 font-medium no-underline",
                href === current
                  ? "bg-brand-wash text-brand-strong forced-colors:outline-2"
                  : "text-ink-soft hover:bg-sunken hover:text-ink",
              )}
            >
              {label}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
