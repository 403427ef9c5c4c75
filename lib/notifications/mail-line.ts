const thisMachine: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether letters to the mail server at this address must be encrypted on the way: always, but not on this machine, and
 * not where the operator says so in the address itself (`?requireTLS=false`).
 */
export function mustBeSecret(smtpUrl: string): boolean {
  const { hostname, searchParams } = new URL(smtpUrl);
  const said = searchParams.get("requireTLS");
  return said === null ? !thisMachine.has(hostname) : said !== "false";
}
