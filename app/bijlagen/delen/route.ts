import { answerSending } from "@/lib/web/paper-part.server";

/** Before the first part of a file, or the first that is still missing. */
export async function POST(request: Request): Promise<Response> {
  return answerSending(request);
}
