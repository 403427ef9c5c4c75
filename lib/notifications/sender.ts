/**
 * As whom the desk writes: people know a name sooner than an address. An operator who wants another writes it before the
 * address.
 */
export function senderOf(mailFrom: string): string {
  return mailFrom.includes("<") ? mailFrom : `Verzuimloket <${mailFrom}>`;
}
