import { classes } from "@/components/ui/classes";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { NavItem } from "./navigation";

export function MainNavigation({ items }: { readonly items: readonly NavItem[] }) {
  const t = useTranslations("common");
  return (
    <nav aria-label={t("menu")} className="min-w-0 print:hidden max-lg:order-last max-lg:basis-full">
      <ul className="-mx-1 flex flex-wrap sm:gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink item={item} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavLink({ item: { href, label, isCurrent = false, count } }: { readonly item: NavItem }) {
  return (
    <TextLink
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={classes(
        "flex min-h-10 items-center gap-1.5 rounded-md px-2 font-medium no-underline sm:px-3",
        isCurrent
          ? "bg-brand-wash text-brand-strong forced-colors:outline-2"
          : "text-ink-soft hover:bg-sunken hover:text-ink",
      )}
    >
      {label}
      {count === undefined ? null : (
        <>
          <span aria-hidden="true" className="rounded-full bg-attention-wash px-2 text-xs font-semibold text-attention">
            {count.shown}
          </span>
          <span className="sr-only">({count.label})</span>
        </>
      )}
    </TextLink>
  );
}
