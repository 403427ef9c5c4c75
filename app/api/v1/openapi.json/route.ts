import { openApiDocument } from "@/lib/couplings/openapi";

export const dynamic = "force-static";

export function GET(): Response {
  return Response.json(openApiDocument(), { headers: { "x-content-type-options": "nosniff" } });
}
