/** `built` never changes under its name, `public` is the same for everybody, the rest is for one reader. */
export type AnswerKind = "built" | "public" | "api" | "page";

const publicFile = /^\/[a-z0-9-]+\.(svg|png|ico|txt|webmanifest)$/;

export function answerKindOf(path: string): AnswerKind {
  if (path.startsWith("/_next/static/")) return "built";
  if (publicFile.test(path)) return "public";
  return path === "/api" || path.startsWith("/api/") ? "api" : "page";
}
