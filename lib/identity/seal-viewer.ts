import type { ClientViewer, DeskViewer, OfficeViewer, PersonViewer, SchoolViewer } from "./viewer";

type Fields<V> = V extends unknown ? Pick<V, Extract<keyof V, string>> : never;

export type PersonFields = Fields<SchoolViewer> | Fields<OfficeViewer> | Fields<DeskViewer>;
export type ClientFields = Fields<ClientViewer>;

/** Only for whoever has just looked up the session and its mandate. */
export function sealPersonViewer(fields: PersonFields): PersonViewer {
  return fields as PersonViewer;
}

/** Only for whoever has just looked up the token and its client. */
export function sealClientViewer(fields: ClientFields): ClientViewer {
  return fields as ClientViewer;
}
