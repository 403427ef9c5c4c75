import { isReady } from "@/lib/web/readiness.server";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const ready = await isReady();
  const headers = { "cache-control": "no-store" };
  return ready ? new Response("ok\n", { headers }) : new Response("not ready\n", { status: 503, headers });
}
