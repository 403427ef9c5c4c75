import type { Label } from "@/lib/i18n/locale";

interface Format {
  /** The first one is given to files that came without. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  readonly label: Label;
}

/** What may go along with a report (settled 24). Everything else is refused. */
export const formats = {
  pdf: { extensions: ["pdf"], mediaType: "application/pdf", label: { nl: "PDF", en: "PDF" } },
  jpg: { extensions: ["jpg", "jpeg"], mediaType: "image/jpeg", label: { nl: "foto", en: "photo" } },
  png: { extensions: ["png"], mediaType: "image/png", label: { nl: "afbeelding", en: "image" } },
  docx: {
    extensions: ["docx"],
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    label: { nl: "Word", en: "Word" },
  },
  xlsx: {
    extensions: ["xlsx"],
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    label: { nl: "Excel", en: "Excel" },
  },
  csv: { extensions: ["csv"], mediaType: "text/csv; charset=utf-8", label: { nl: "CSV", en: "CSV" } },
  txt: { extensions: ["txt"], mediaType: "text/plain; charset=utf-8", label: { nl: "tekst", en: "text" } },
} as const satisfies Record<string, Format>;

export type FormatCode = keyof typeof formats;

export const formatCodes = ["pdf", "jpg", "png", "docx", "xlsx", "csv", "txt"] as const satisfies readonly FormatCode[];

const table: Readonly<Record<FormatCode, Format>> = formats;

/** For the file field: what the window for choosing files shows. */
export const acceptedExtensions = formatCodes
  .flatMap((code) => formats[code].extensions.map((extension) => `.${extension}`))
  .join(",");

export function formatOfExtension(extension: string): FormatCode | null {
  return formatCodes.find((code) => table[code].extensions.includes(extension)) ?? null;
}

export function isFormat(code: string): code is FormatCode {
  return Object.hasOwn(formats, code);
}

/** Kinds of files that people often have, and that can be turned into one that is taken. */
const relatives: Readonly<Record<string, string>> = {
  heic: "file-heic",
  heif: "file-heic",
  avif: "file-heic",
  webp: "file-heic",
  doc: "file-old-office",
  xls: "file-old-office",
  docm: "file-macros",
  xlsm: "file-macros",
  dotm: "file-macros",
  xltm: "file-macros",
  odt: "file-old-office",
  ods: "file-old-office",
  zip: "file-packed",
  rar: "file-packed",
  "7z": "file-packed",
};

/** Why a file with this extension is not taken, as a code with an own sentence. */
export function refusalOfExtension(extension: string): string {
  return relatives[extension] ?? "file-kind-refused";
}
