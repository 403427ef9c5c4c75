import "server-only";
import { cookies } from "next/headers";
import { settings } from "@/lib/config/env.server";
import { sealSession } from "./auth.server";
import type { NewSession } from "./entry/start-session.server";
import { cookiesOf } from "./session-cookie";

type Jar = Awaited<ReturnType<typeof cookies>>;
type Reader = Pick<Jar, "get">;

const deviceDays = 400;

const own = () => cookiesOf(settings().publicUrl);
const shared = { httpOnly: true, sameSite: "lax", path: "/" } as const;

/** Hands a session to the browser. On a shared computer the cookie goes when the browser closes. */
export async function keepSession(session: NewSession, deviceMark: string | null): Promise<void> {
  const jar = await cookies();
  const seconds = Math.max(1, Math.round((session.expiresAt.getTime() - Date.now()) / 1000));
  const { session: cookie, device } = own();
  jar.set(cookie.name, await sealSession(session.sid, seconds), {
    ...shared,
    secure: cookie.secure,
    ...(session.computer === "shared" ? {} : { maxAge: seconds }),
  });
  await dropSealed("half");
  if (deviceMark !== null) {
    jar.set(device.name, deviceMark, { ...shared, secure: device.secure, maxAge: deviceDays * 86_400 });
  }
}

export async function dropSession(): Promise<void> {
  const { session } = own();
  (await cookies()).delete({ name: session.name, path: "/", secure: session.secure });
}

export function readSession(jar: Reader): string | null {
  return jar.get(own().session.name)?.value ?? null;
}

export function readDeviceMark(jar: Reader): string | null {
  return jar.get(own().device.name)?.value ?? null;
}

type Sealed = "half" | "offer" | "codes";

/** What the browser holds for us for a while between two pages; it is sealed, and means nothing to the browser. */
export async function keepSealed(what: Sealed, sealed: string, minutes: number): Promise<void> {
  const { name, secure } = own()[what];
  (await cookies()).set(name, sealed, { ...shared, secure, maxAge: minutes * 60 });
}

export async function readSealed(what: Sealed): Promise<string | null> {
  return (await cookies()).get(own()[what].name)?.value ?? null;
}

export async function dropSealed(what: Sealed): Promise<void> {
  const { name, secure } = own()[what];
  (await cookies()).delete({ name, path: "/", secure });
}
