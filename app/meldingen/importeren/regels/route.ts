import { answerSheetUpload } from "@/lib/web/import-upload.server";

/** Rows with many reports that were pasted. */
export function POST(request: Request): Promise<Response> {
  return answerSheetUpload(request, "rows");
}
