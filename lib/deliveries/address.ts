import type { Class } from "./classes";
import type { Mark } from "./marks";

export const deliveriesPath = "/beveiligd/leveringen";

/** What of a delivery is looked at: one class or everybody, of whom something was done, from a sealed place on. */
export interface Place {
  readonly only?: Class | null | undefined;
  readonly done?: Mark | null | undefined;
  readonly after?: string | undefined;
}

export function deliveryAddress(id: string, { only, done: mark, after }: Place, done?: string): string {
  const asked = new URLSearchParams({
    ...(only ? { soort: only } : {}),
    ...(mark ? { gedaan: mark } : {}),
    ...(after === undefined ? {} : { na: after }),
    ...(done === undefined ? {} : { klaar: done }),
  });
  return `${deliveriesPath}/${id}?${asked}`;
}

/** The list of persons, and a line of its page: by its number, for who stands there is in no address. */
export const listAnchor = "personen";
export const rowAnchor = (row: number): string => `rij-${row}`;

/** Back at the line of which something was said; where only some are shown, it may have gone from there. */
export function markedAddress(id: string, place: Place, row: number): string {
  const address = deliveryAddress(id, place, "vastgelegd");
  return place.done ? `${address}#${listAnchor}` : `${address}&rij=${row}#${rowAnchor(row)}`;
}
