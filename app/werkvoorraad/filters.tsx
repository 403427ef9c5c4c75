import { FilterBar } from "@/components/inbox/filter-bar";
import { FilterPanel } from "@/components/inbox/filter-panel";
import type { InboxView, KeptView } from "@/lib/casework/inbox";
import type { InboxFilter } from "@/lib/casework/inbox-filter";
import { findFilterChoices, findFilterLabels } from "@/lib/casework/queries/filter-choices.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";

interface FiltersProps {
  readonly viewer: OfficeViewer;
  readonly now: Now;
  readonly list: {
    readonly view: InboxView;
    readonly filter: InboxFilter;
    readonly isFiltering: boolean;
    readonly isChoosing: boolean;
  };
  readonly opened: KeptView | null;
}

/** What is filtered by, and the form for it when it is open. A list without filters asks nothing for it. */
export async function Filters({ viewer, now, list: { view, filter, isFiltering, isChoosing }, opened }: FiltersProps) {
  const [labels, choices] = await Promise.all([
    findFilterLabels(viewer, filter),
    isFiltering ? findFilterChoices(viewer, now) : null,
  ]);
  return (
    <>
      <FilterBar
        view={view}
        filter={filter}
        isOpen={isFiltering}
        isChoosing={isChoosing}
        labels={labels}
        opened={opened}
      />
      {choices === null ? null : <FilterPanel view={view} filter={filter} choices={choices} />}
    </>
  );
}
