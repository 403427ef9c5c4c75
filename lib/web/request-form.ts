import { readUpTo } from "./read-up-to";

/** More than the longest text that somebody types, with its fields. */
const usualBytes = 100_000;

/** The form in the body of a request; null when there is none that can be read, or one that no page sends. */
export async function requestForm(request: Request, bytesAtMost = usualBytes): Promise<FormData | null> {
  const bytes = await readUpTo(request, bytesAtMost);
  if (bytes === null) return null;
  try {
    return await new Response(bytes, {
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    }).formData();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return null;
  }
}
