import type { ClientViewer, OfficeViewer, SchoolViewer, Viewer } from "@/lib/identity/viewer";

/** For which school a report is filed, and by whom. */
export interface Filer {
  readonly organisationId: string;
  /** Empty: all locations of the school. */
  readonly locationIds: readonly string[];
  /** Under whose name misses are counted: the person, or the coupled system. */
  readonly askerId: string;
  readonly name: string;
  /** Null: a coupled system. */
  readonly email: string | null;
  /** Null: not a person of the school. */
  readonly reporterId: string | null;
  /** Null: a person. */
  readonly clientId: string | null;
  /** Null: the school files it itself. */
  readonly writtenDownById: string | null;
}

export function isSchoolSide(viewer: Viewer): viewer is SchoolViewer | ClientViewer {
  return viewer.kind === "school" || (viewer.kind === "client" && viewer.side === "school");
}

/** The school itself, by a person or by its system. */
export function schoolFiler(viewer: SchoolViewer | ClientViewer): Filer {
  const { organisationId, name } = viewer;
  return viewer.kind === "school"
    ? {
        organisationId,
        name,
        locationIds: viewer.locationIds,
        ...person(viewer),
        clientId: null,
        writtenDownById: null,
      }
    : { organisationId, name, locationIds: [], ...system(viewer), writtenDownById: null };
}

function person({ accountId, email }: SchoolViewer) {
  return { askerId: accountId, email, reporterId: accountId };
}

function system({ clientId }: ClientViewer) {
  return { askerId: clientId, email: null, reporterId: null, clientId };
}

interface CallingSchool {
  readonly organisationId: string;
  readonly caller: { readonly name: string; readonly email: string };
}

/** An office, for a school that called. */
export function officeFiler({ accountId }: OfficeViewer, { organisationId, caller }: CallingSchool): Filer {
  const { name, email } = caller;
  return {
    organisationId,
    locationIds: [],
    askerId: accountId,
    name,
    email,
    reporterId: null,
    clientId: null,
    writtenDownById: accountId,
  };
}
