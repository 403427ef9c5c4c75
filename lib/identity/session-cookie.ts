export interface SessionCookie {
  readonly name: string;
  readonly secure: boolean;
}

/** `__Host-` ties the cookie to this host over https; a browser refuses that name on a loopback without it. */
export function sessionCookieOf(publicUrl: string | null): SessionCookie {
  return publicUrl?.startsWith("https:")
    ? { name: "__Host-verzuimloket", secure: true }
    : { name: "verzuimloket", secure: false };
}
