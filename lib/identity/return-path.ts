const anOrigin = "https://desk.invalid";

/**
 * Where to go after signing in: a path on this desk, or the own start page. `//evil`, `https:evil`, `\evil` and what
 * browsers make of tabs and line ends in them all lead home.
 */
export function safeReturnPath(asked: unknown): string {
  if (typeof asked !== "string" || !/^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(asked)) return "/";
  if (!URL.canParse(asked, anOrigin)) return "/";
  const url = new URL(asked, anOrigin);
  if (
    url.origin !== anOrigin ||
    url.pathname.startsWith("//") ||
    /^\/(inloggen|uitloggen|api)(\/|$)/.test(url.pathname)
  )
    return "/";
  return `${url.pathname}${url.search}`;
}
