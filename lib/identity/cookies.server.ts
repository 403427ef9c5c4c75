import "server-only";
import { cookies } from "next/headers";
import { settings } from "@/lib/config/env.server";
import { sealSession } from "./auth.server";
import type { NewSession } from "./entry/start-session.server";
import { cookiesOf } from "./session-cookie";

type Jar = Awaited<ReturnType<typeof cookies>>;
type Reader = Pick<Jar, "get">;

const deviceDays = 400;
const halfMinutes = 10;

const own = () => cookiesOf(settings().publicUrl);
const shared = { httpOnly: true, sameSite: "lax", path: "/" } as const;

/** Hands a session to the browser. On a shared computer the cookie goes when the browser closes. */
export async function keepSession(session: NewSession, deviceMark: string | null): Promise<void> {
  const jar = await cookies();
  const seconds = Math.max(1, Math.round((session.expiresAt.getTime() - Date.now()) / 1000));
  const { session: cookie, device, half } = own();
  jar.set(cookie.name, await sealSession(session.sid, seconds), {
    ...shared,
    secure: cookie.secure,
    ...(session.computer === "shared" ? {} : { maxAge: seconds }),
  });
  jar.delete({ name: half.name, path: "/", secure: half.secure });
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

/** The first step of two was taken. */
export async function keepHalf(sealed: string): Promise<void> {
  const { half } = own();
  (await cookies()).set(half.name, sealed, { ...shared, secure: half.secure, maxAge: halfMinutes * 60 });
}

export async function readHalf(): Promise<string | null> {
  return (await cookies()).get(own().half.name)?.value ?? null;
}
