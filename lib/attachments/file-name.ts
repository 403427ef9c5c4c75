import { type FormatCode, formatOfExtension, formats, refusalOfExtension } from "./formats";

const lengthMax = 120;

/** Names that Windows keeps for devices, whatever comes behind the dot. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Control characters, and those that turn the direction of the text around or are not seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const unsafeSign = /["'<>:|?*%;`$&\\/]/g;

interface NamedFile {
  /** Without its extension, safe to show and to save under. */
  readonly stem: string;
  /** In small letters; empty: there is none. */
  readonly extension: string;
}

/** What a file is called when all is left out that could lead a program astray. */
export function readFileName(given: string): NamedFile {
  const last =
    given
      .normalize("NFC")
      .split(/[/\\]|&#x2f;/i)
      .at(-1) ?? "";
  const clean = last.replaceAll(unseen, "").replaceAll(unsafeSign, "-").trim().replace(/\.+$/, "");
  const dot = clean.lastIndexOf(".");
  const extension = dot === -1 ? "" : clean.slice(dot + 1).toLowerCase();
  const stem = (dot === -1 ? clean : clean.slice(0, dot)).replace(/^[.\s-]+/, "").trim();
  return { stem: [...stem].slice(0, lengthMax).join("").trim(), extension };
}

/** The name under which a file of this format is kept; one that says nothing gets a plain one. */
export function keptName({ stem }: NamedFile, format: FormatCode): string {
  const [extension] = formats[format].extensions;
  const isUsable = stem !== "" && !deviceName.test(stem.split(".")[0] ?? "");
  return `${isUsable ? stem : "bijlage"}.${extension}`;
}

/** Null: any format whose signs it shows. Else the only one it may be, or why it is not taken. */
export function claimedFormat({ extension }: NamedFile): { format: FormatCode } | { refusal: string } | null {
  if (extension === "") return null;
  const format = formatOfExtension(extension);
  return format === null ? { refusal: refusalOfExtension(extension) } : { format };
}

/** The header that has a browser save the file under its name (RFC 6266). */
export function dispositionOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{Dash}/gu, "-")
    .replaceAll(/[^ -~]/g, "")
    .replaceAll(/["\\%]/g, "-");
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
