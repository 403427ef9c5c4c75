import { openApiDocument } from "@/lib/couplings/openapi";
import { filePolicy } from "@/lib/web/content-policy";
import { securityHeaders } from "@/lib/web/security-headers";

export const dynamic = "force-static";

/** Made once, when the desk is built: the proxy leaves the API alone, so the headers stand here. */
export function GET(): Response {
  return Response.json(openApiDocument(), {
    headers: { ...securityHeaders(false), "Content-Security-Policy": filePolicy },
  });
}
