/** After a post: go and look there. A relative address keeps the name under which the desk was found. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
