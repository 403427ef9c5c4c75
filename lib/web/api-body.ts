import { fail, ok, type Result } from "@/lib/shared/result";
import { readUpTo } from "./read-up-to";

/** An explanation of 10,000 signs written as escapes, and a year of days, fit well in this. */
export const bodyBytesMax = 256 * 1024;

/** The text of a body of this type: UTF-8, not compressed, not too long; reads no further than the limit. */
export async function readText(request: Request, types: readonly string[]): Promise<Result<string>> {
  if (!isReadable(request.headers, types)) return fail({ code: "content-type-unsupported" });
  const bytes = await readUpTo(request, bodyBytesMax);
  return bytes === null ? fail({ code: "body-too-large" }) : decode(bytes);
}

function isReadable(headers: Headers, types: readonly string[]): boolean {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith("charset="));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const encoding = headers.get("content-encoding") ?? "identity";
  return types.includes(type.trim()) && isUtf8 && encoding === "identity";
}

function decode(bytes: Uint8Array): Result<string> {
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail({ code: "json-invalid" });
  }
}
