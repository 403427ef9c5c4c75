import { isLoopback } from "../config/loopback.ts";

const hostForm = /^[A-Za-z0-9.:[\]-]{1,255}$/;

/** Whether a Host header may be answered: this machine, or the desk's public name. Absent is not allowed. */
export function isAllowedHost(host: string | null, publicUrl: string | null): boolean {
  if (host === null || !hostForm.test(host) || !URL.canParse(`http://${host}`)) return false;
  if (publicUrl !== null && host.toLowerCase() === new URL(publicUrl).host) return true;
  return isLoopback(new URL(`http://${host}`).hostname.replaceAll(/[[\]]/g, ""));
}
