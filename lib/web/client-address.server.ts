import "server-only";
import { isIP } from "node:net";
import { cookies, headers } from "next/headers";
import { settings } from "@/lib/config/env.server";
import { readDeviceMark } from "@/lib/identity/cookies.server";
import { browserName, type Device, networkOf } from "@/lib/identity/device";

/**
 * Behind a public origin stands a proxy, which writes its visitor's address last in the list; what comes before was
 * sent by the visitor and is not believed. Without one the desk listens on this machine alone, for this machine.
 */
function peerAddress(forwardedFor: string | null): string {
  if (settings().publicUrl === null) return "this-machine";
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
