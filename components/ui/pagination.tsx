import { ButtonLink } from "./button";
import type { Examples } from "./examples";
import { Icon } from "./icon";

export interface PageLink {
  readonly href: string;
  readonly label: string;
}

export interface PaginationProps {
  /** The name of this navigation: "Bladeren". */
  readonly label: string;
  readonly previous?: PageLink | null;
  readonly next?: PageLink | null;
  /** What is shown now: "1 t/m 50 van 1.000+". */
  readonly summary?: string;
}

/** By cursor, so there are no page numbers to jump to. */
export function Pagination({ label, previous, next, summary }: PaginationProps) {
  if (!(previous || next)) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 print:hidden">
      <span className="text-sm text-ink-soft">{summary}</span>
      <span className="flex gap-2">
        {previous ? (
          <ButtonLink href={previous.href} rel="prev">
            <Icon name="chevron-left" size={16} />
            {previous.label}
          </ButtonLink>
        ) : null}
        {next ? (
          <ButtonLink href={next.href} rel="next">
            {next.label}
            <Icon name="chevron-right" size={16} />
          </ButtonLink>
        ) : null}
      </span>
    </nav>
  );
}

export const examples: Examples = {
  middle: (
    <Pagination
      label="Bladeren"
      summary="51 t/m 100 van 1.000+"
      previous={{ href: "?", label: "Vorige 50" }}
      next={{ href: "?na=x", label: "Volgende 50" }}
    />
  ),
};
