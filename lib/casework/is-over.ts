import type { Status } from "@/lib/timeline/statuses";

/** Nothing more is done with such a report unless the office reopens it. */
export function isOver(status: Status): boolean {
  return status === "closed" || status === "withdrawn";
}
