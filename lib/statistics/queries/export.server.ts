import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import type { Locale } from "@/lib/i18n/locale";
import { wordsIn } from "@/lib/i18n/words";
import { isPerson, type Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { type FileKind, type FileWords, fileName, fileOf } from "@/lib/statistics/file";
import { findFigures } from "@/lib/statistics/queries.server";
import { rowHeader } from "@/lib/statistics/row-header";
import type { Selection } from "@/lib/statistics/selection";
import { bytesOf, mediaTypes } from "@/lib/statistics/write-file.server";

interface Wish {
  readonly wish: Selection;
  readonly kind: FileKind;
  readonly locale: Locale;
}

export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** The same figures as on the page, guarded in the same way, to take along. */
export async function exportFigures(viewer: Viewer, { wish, kind, locale }: Wish, now: Now): Promise<MadeFile> {
  if (!isPerson(viewer)) throw new NotFound("figures");
  const view = await findFigures(viewer, wish, now);
  await recordRead(viewer, now, {
    action: "figures:export",
    object: { kind: "figures", count: view.table.rows.length },
    reason: usualReason(viewer),
  });
  const words = wordsOf(wish, locale);
  const file = fileOf(view, { locale, words, organisation: viewer.organisationName, at: now.at });
  const t = wordsIn(locale, "figures.file");
  const sheets = { cover: t("coverSheet"), figures: t("figuresSheet") };
  const bytes = await bytesOf(file, kind, { locale, sheets });
  return { name: fileName(file, kind), mediaType: mediaTypes[kind], bytes };
}

function wordsOf({ rows }: Selection, locale: Locale): FileWords {
  const [t, figures] = [wordsIn(locale, "figures.file"), wordsIn(locale, "figures")];
  return {
    rowHeader: rowHeader(rows, locale),
    made: t("made"),
    madeFor: t("madeFor"),
    countedAt: t("countedAt"),
    notCounted: figures("notCounted"),
    coverage: t("coverage"),
    rounding: t("rounding"),
    exact: t("exact"),
    byFives: figures("byFives"),
    sign: t("sign"),
    signs: {
      small: figures("signs.small"),
      hidden: figures("signs.hidden"),
      thin: figures("signs.thin"),
      none: figures("signs.none"),
    },
  };
}
