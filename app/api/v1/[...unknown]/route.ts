import { randomUUID } from "node:crypto";
import { problemResponse } from "@/lib/web/api-answer.server";

function answer(): Response {
  return problemResponse({ problems: [{ code: "not-found" }], traceId: randomUUID() });
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
