const awayKinds = [
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TlsConnectionError",
  "TooManyConnections",
];
const awayCodes = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "ENOTFOUND",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2037",
  // PostgreSQL: shutting down, crashed, starting up, too many connections.
  "57P01",
  "57P02",
  "57P03",
  "53300",
];
const awaySentences = /timeout exceeded when trying to connect|connection terminated|can't reach database/i;

/** Whether a failure means that the database cannot be had just now, however deep that is said. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  // A server that speaks S3 fails with the same codes; its client marks what it throws.
  if ("$metadata" in error) return false;
  return (
    hasAny(error, "kind", awayKinds) ||
    hasAny(error, "code", awayCodes) ||
    hasAny(error, "originalCode", awayCodes) ||
    ("message" in error && typeof error.message === "string" && awaySentences.test(error.message)) ||
    // Of a raw statement the driver's own error stands in `meta`.
    ["cause", "meta", "driverAdapterError"].some((key) => isDatabaseAway(Reflect.get(error, key)))
  );
}

function hasAny(error: object, key: string, values: readonly string[]): boolean {
  const value: unknown = Reflect.get(error, key);
  return typeof value === "string" && values.includes(value);
}
