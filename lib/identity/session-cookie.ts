/** `__Host-` ties a cookie to this host over https; a browser refuses that name on a loopback without it. */
function named(publicUrl: string | null, name: string) {
  return publicUrl?.startsWith("https:")
    ? ({ name: `__Host-${name}`, secure: true } as const)
    : ({ name, secure: false } as const);
}

/** The cookies of the desk. All are for the server's eyes only, and leave with requests that start on this site. */
export function cookiesOf(publicUrl: string | null) {
  return {
    session: named(publicUrl, "verzuimloket"),
    half: named(publicUrl, "verzuimloket-stap"),
    offer: named(publicUrl, "verzuimloket-telefoon"),
    codes: named(publicUrl, "verzuimloket-herstelcodes"),
    device: named(publicUrl, "verzuimloket-toestel"),
  } as const;
}
