import { classes } from "@/components/ui/classes";
import { TextLink } from "@/components/ui/text-link";
import type { NavItem } from "./navigation";

interface SideNavigationProps {
  /** "Lijsten" */
  readonly label: string;
  readonly items: readonly NavItem[];
}

/** A list of lists with their counts; a wrapping row on a narrow screen. */
export function SideNavigation({ label, items }: SideNavigationProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap lg:grid lg:gap-0.5">
        {items.map(({ href, label: text, isCurrent = false, count }) => (
          <li key={href}>
            <TextLink
              href={href}
              aria-current={isCurrent ? "page" : undefined}
              className={classes(
                "flex min-h-9 items-center justify-between gap-2 rounded-md px-2 no-underline lg:gap-2.5 lg:px-2.5",
                isCurrent
                  ? "bg-brand-wash font-semibold text-brand-strong"
                  : "text-ink-soft hover:bg-sunken hover:text-ink",
              )}
            >
              {text}
              {count === undefined ? null : (
                <>
                  <span aria-hidden="true">{count.shown}</span>
                  <span className="sr-only">({count.label})</span>
                </>
              )}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
