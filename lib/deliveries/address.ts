import type { Class } from "./classes";

export const deliveriesPath = "/beveiligd/leveringen";

/** What of a delivery is looked at: one class or everybody, from a sealed place on or from the start. */
export interface Place {
  readonly only?: Class | null | undefined;
  readonly after?: string | undefined;
}

export function deliveryAddress(id: string, { only, after }: Place, done?: string): string {
  const asked = new URLSearchParams({
    ...(only ? { soort: only } : {}),
    ...(after === undefined ? {} : { na: after }),
    ...(done === undefined ? {} : { klaar: done }),
  });
  return `${deliveriesPath}/${id}?${asked}`;
}
