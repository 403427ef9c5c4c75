import "server-only";
import { prisma } from "@/lib/db/client.server";
import { formatDay } from "@/lib/i18n/format";
import { addDays } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { type Counts, countsOf } from "./balance";
import { type Claim, goOn } from "./claim.server";
import { columnsOf } from "./columns";
import { fileDays } from "./delivery";
import { fileRows } from "./file-rows.server";
import { formats, piecesOf } from "./formats.server";
import { checksumsText, manifestText } from "./manifest";
import { fileAlias, fileTitle, partNames } from "./names";
import { dropFiles, keepFile } from "./store.server";

export async function countGroups({ id: deliveryId, dataset }: Pick<Claim, "id" | "dataset">): Promise<Counts> {
  const groups = await prisma.deliveryRow.groupBy({
    by: ["class", "wasOpen", "isOpen"],
    where: { deliveryId },
    // The same rows are told in the same order, whichever way the database counts them.
    orderBy: [{ class: "asc" }, { wasOpen: "asc" }, { isOpen: "asc" }],
    _count: true,
  });
  return countsOf(
    dataset,
    groups.map(({ _count, ...group }) => ({ ...group, count: _count })),
  );
}

/** Makes the files of a delivery whose rows are all there; answers its name. Files of an earlier try are thrown away. */
export async function makeFiles(claim: Claim, counts: Counts, now: Now): Promise<string> {
  await dropFiles(claim.id);
  const region = await prisma.region.findUnique({ where: { number: claim.regionNumber }, select: { name: true } });
  const named = { ...claim, regionName: region?.name ?? "", ages: claim.wishes?.ages ?? null };
  const [title, alias] = [fileTitle(named), fileAlias(named)];
  const source = {
    ...named,
    madeAt: now.at,
    expiresOn: formatDay(addDays(now.today, fileDays), "nl"),
    counts,
    columnNames: columnsOf(claim.dataset, claim.wishes?.columns ?? []),
    purpose: claim.wishes?.purpose ?? null,
    rows: fileRows(claim.id, counts.persons),
  };
  const files: Kept[] = [];
  for (const { suffix, mediaType, write } of formats) {
    let part = 0;
    for await (const contents of write(source)) {
      part += 1;
      await goOn(claim);
      const file = { deliveryId: claim.id, ...partNames({ alias, title, suffix }, part), mediaType };
      files.push({ ...file, ...(await keepFile(file, contents)) });
    }
  }
  await keepText(claim.id, manifest, manifestText({ ...named, madeAt: now.at, counts, files }));
  await keepText(claim.id, checksums, checksumsText(files));
  return title;
}

interface Kept {
  readonly name: string;
  readonly title: string;
  readonly size: number;
  readonly sha256: string;
}

const manifest = { name: "manifest.json", title: "manifest.json", mediaType: "application/json" } as const;
const checksums = { name: "sha256sums.txt", title: "SHA256SUMS", mediaType: "text/plain; charset=utf-8" } as const;

async function keepText(deliveryId: string, file: typeof manifest | typeof checksums, text: string): Promise<void> {
  await keepFile({ deliveryId, ...file }, piecesOf(text));
}
