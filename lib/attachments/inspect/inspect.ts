import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { claimedFormat, keptName, readFileName } from "../file-name";
import type { FormatCode } from "../formats";
import { limits } from "../limits";
import { inspectImage } from "./image";
import { inspectOffice } from "./office";
import { inspectPdf } from "./pdf";
import { signsOf } from "./signs";
import { inspectText } from "./text";

/** A file that may be kept, in the form in which it is kept. */
export interface Inspected {
  readonly format: FormatCode;
  readonly name: string;
  readonly bytes: Buffer;
}

type Inspection = (bytes: Buffer) => Result<Buffer> | Promise<Result<Buffer>>;

const inspections: { readonly [F in FormatCode]: Inspection } = {
  pdf: inspectPdf,
  jpg: (bytes) => inspectImage(bytes, "jpg"),
  png: (bytes) => inspectImage(bytes, "png"),
  docx: (bytes) => inspectOffice(bytes, "docx"),
  xlsx: (bytes) => inspectOffice(bytes, "xlsx"),
  csv: inspectText,
  txt: inspectText,
};

/** Whether a file is what its name says and holds nothing that acts by itself; with the bytes to keep. */
export async function inspect(givenName: string, bytes: Buffer): Promise<Result<Inspected>> {
  const named = readFileName(givenName);
  const claimed = claimedFormat(named);
  if (claimed !== null && "refusal" in claimed) return fail({ code: claimed.refusal });
  const size = refusalOfSize(bytes.length);
  if (size !== null) return fail(size);
  const signs = signsOf(bytes);
  if (signs === "cfb") return fail({ code: "file-locked" });
  const format = claimed === null ? formatBySigns(signs) : claimed.format;
  if (format === null) return fail({ code: "file-kind-refused" });
  if (!agrees(format, signs)) return fail({ code: "file-not-as-named" });
  const kept = await inspections[format](bytes);
  return kept.ok ? ok({ format, name: keptName(named, format), bytes: kept.value }) : kept;
}

/** What can be refused before a byte is read. */
export function refusalOfName(givenName: string): Problem | null {
  const claimed = claimedFormat(readFileName(givenName));
  return claimed !== null && "refusal" in claimed ? { code: claimed.refusal } : null;
}

export function refusalOfSize(byteCount: number): Problem | null {
  if (byteCount === 0) return { code: "file-empty" };
  return byteCount > limits.bytesPerFile ? { code: "file-too-large" } : null;
}

/** Word and Excel show the same signs; a file without an extension is not guessed among them. */
function formatBySigns(signs: ReturnType<typeof signsOf>): FormatCode | null {
  return signs === "pdf" || signs === "jpg" || signs === "png" ? signs : null;
}

function agrees(format: FormatCode, signs: ReturnType<typeof signsOf>): boolean {
  if (format === "docx" || format === "xlsx") return signs === "zip";
  return format === "csv" || format === "txt" ? signs === "none" : signs === format;
}
