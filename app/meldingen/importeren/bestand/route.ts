import { answerSheetUpload } from "@/lib/web/import-upload.server";

/** A file with many reports. */
export function POST(request: Request): Promise<Response> {
  return answerSheetUpload(request, "file");
}
