import { create } from "qrcode";

export interface QrPicture {
  /** Modules on a side. */
  readonly size: number;
  /** The dark modules, as the `d` of a path in that many units. */
  readonly path: string;
}

/** A text as a picture for a telephone. */
export function qrPicture(text: string): QrPicture {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const dark = Array.from(modules.data.entries()).filter(([, isDark]) => isDark);
  const path = dark.map(([index]) => `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z`).join("");
  return { size: modules.size, path };
}
