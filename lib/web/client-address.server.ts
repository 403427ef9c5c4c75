import "server-only";
import { isIP } from "node:net";
import { cookies, headers } from "next/headers";
import { readDeviceMark } from "@/lib/identity/cookies.server";
import { browserName, type Device, networkOf } from "@/lib/identity/device";

/**
 * The last address in the list is the one that our own side wrote down: the web server's, or that of the proxy before
 * it. What stands before it was sent by the visitor and is not believed.
 */
export function peerAddress(forwardedFor: string | null): string {
  const last = forwardedFor?.split(",").at(-1)?.trim() ?? "";
  return isIP(last) === 0 ? "unknown" : last;
}

/** From where this request comes, for signing in and for counting tries. */
export async function requestDevice(computer: Device["computer"]): Promise<Device> {
  const asked = await headers();
  return {
    network: networkOf(peerAddress(asked.get("x-forwarded-for"))),
    browser: browserName(asked.get("user-agent")),
    mark: readDeviceMark(await cookies()),
    computer,
  };
}
