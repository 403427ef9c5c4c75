const names = ["localhost", "127.0.0.1", "::1"];

/** Whether a name or address means this machine only. */
export function isLoopback(host: string): boolean {
  return names.includes(host) || /^127(\.\d{1,3}){3}$/.test(host);
}
