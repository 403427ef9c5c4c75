/**
 * Whether a form was sent from a page of this desk. Browsers say so themselves; one that says nothing sends no cookie
 * with a post from elsewhere either.
 */
export function isFromOwnPage(headers: { get(name: string): string | null }): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  return origin === null || (URL.canParse(origin) && new URL(origin).host === headers.get("host"));
}
