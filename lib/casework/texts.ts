import { isTemplateKind, type OfficeText } from "./template-kinds";

/** The texts of an office that are in use, by name. */
export const usableTexts = {
  where: { retiredAt: null },
  select: { id: true, kind: true, name: true, text: true },
  orderBy: { name: "asc" },
} as const;

interface TextRow extends Omit<OfficeText, "kind"> {
  readonly kind: string;
}

export function readTexts(rows: readonly TextRow[]): readonly OfficeText[] {
  return rows.flatMap(({ kind, ...row }) => (isTemplateKind(kind) ? [{ ...row, kind }] : []));
}
