import { TextLink } from "@/components/ui/text-link";

export interface Crumb {
  readonly label: string;
  /** Absent at the last one: that is this page. */
  readonly href?: string;
}

interface BreadcrumbProps {
  /** "U bent hier" */
  readonly label: string;
  readonly crumbs: readonly Crumb[];
}

export function Breadcrumb({ label, crumbs }: BreadcrumbProps) {
  return (
    <nav aria-label={label} className="-mb-2 text-sm text-ink-soft print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2">
        {crumbs.map(({ label: text, href }) => (
          <li key={text} className="flex min-h-6 items-center gap-2 not-first:before:content-['/']">
            {href === undefined ? <span aria-current="page">{text}</span> : <TextLink href={href}>{text}</TextLink>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
