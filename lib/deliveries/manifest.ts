import type { Counts } from "./balance";
import { fileAlias, fileTitle, type Named } from "./names";

interface ListedFile {
  readonly name: string;
  readonly title: string;
  readonly size: number;
  readonly sha256: string;
}

interface ManifestFacts extends Named {
  readonly id: string;
  readonly madeAt: Date;
  readonly counts: Counts;
  readonly files: readonly ListedFile[];
}

/** For programs: what is in the delivery, with the old and the new name of each file. */
export function manifestText(facts: ManifestFacts): string {
  const { id, dataset, regionNumber, regionName, period, version, madeAt, counts, files } = facts;
  const manifest = {
    delivery: id,
    dataset,
    title: fileTitle(facts),
    alias: fileAlias(facts),
    region: { number: regionNumber, name: regionName },
    period,
    version,
    madeAt: madeAt.toISOString(),
    counts,
    files: files.map(({ name, title, size, sha256 }) => ({ name, title, size, sha256 })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** As `sha256sum --check` reads it. */
export function checksumsText(files: readonly Pick<ListedFile, "title" | "sha256">[]): string {
  return files.map(({ title, sha256 }) => `${sha256}  ${title}\n`).join("");
}
