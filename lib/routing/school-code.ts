/** How a school location is written on the command line and in files: `VO:00AH/00AH07`, `00AH/07`. */
export interface SchoolCode {
  /** Null: not named; then the location must be in one sector only. */
  readonly sector: string | null;
  readonly brin: string;
  /** Six characters. */
  readonly locationCode: string;
}

const written = /^(?:(PO|SO|VO|MBO):)?(\d{2}[A-Z]{2})\/((?:\d{2}[A-Z]{2})?[0-9A-Z]{2})$/;

export function readSchoolCode(text: string): SchoolCode | null {
  const [, sector = null, brin, location] = written.exec(text.trim().toUpperCase()) ?? [];
  if (brin === undefined || location === undefined) return null;
  const locationCode = location.length === 2 ? `${brin}${location}` : location;
  return { sector, brin, locationCode };
}
