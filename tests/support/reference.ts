import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse";
import { stringify } from "csv-stringify/sync";

type Cells = Readonly<Record<string, string>>;

/** Public data of municipalities, regions and schools, beside the checkout; it is not part of it. */
export const referenceFolder = path.resolve(import.meta.dirname, "../../../shared/reference");
export const hasReference = existsSync(referenceFolder);

const pick =
  (columns: Readonly<Record<string, string>>, extra: (row: Cells) => Cells = () => ({})) =>
  (row: Cells): Cells => ({
    ...Object.fromEntries(Object.entries(columns).map(([to, from]) => [to, row[from] ?? ""])),
    ...extra(row),
  });

const same = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));

interface Mapping {
  readonly file: string;
  /** Rows that say nothing to an import: strays, codes without a successor, places without an address. */
  readonly keep?: (row: Cells) => boolean;
  readonly map: (row: Cells) => Cells;
}

/** The files have other headers than our imports (settled 34). In the order in which they rest on each other. */
const mappings = {
  regions: {
    file: "rmc-regions.csv",
    map: pick({ number: "rmc_number", name: "name_duo_2025", lead_municipality_code: "contact_code_now" }),
  },
  municipalities: {
    file: "municipalities.csv",
    map: pick({ ...same("code", "name", "province"), region_number: "rmc_number" }),
  },
  "municipality-changes": {
    file: "municipality-changes.csv",
    keep: (row) => row["new_code"] !== "" && row["kind"] !== "stray-addresses",
    map: pick(same("old_code", "new_code", "effective_date", "old_name", "share_of_old"), (row) => ({
      kind: row["kind"] === "merger-or-recode" ? "merger" : (row["kind"] ?? ""),
    })),
  },
  postcodes: { file: "postcodes4.csv", map: pick({ postcode: "pc4", ...same("municipality_code", "share") }) },
  schools: {
    file: "schools.csv",
    keep: (row) => row["municipality_code"] !== "" && row["postcode"]?.length === 6,
    map: pick(
      same(
        "sector",
        "brin",
        "location_code",
        "name",
        "street",
        "postcode",
        "city",
        "municipality_code",
        "type",
        "denomination",
        "board_number",
      ),
    ),
  },
} as const satisfies Record<string, Mapping>;

export type ReferenceKind = keyof typeof mappings;

/** A file of the reference data with the columns of our import. */
export async function* referenceFile(kind: ReferenceKind): AsyncGenerator<Buffer> {
  const { file, map, ...mapping }: Mapping = mappings[kind];
  let header = true;
  for await (const row of createReadStream(path.join(referenceFolder, file)).pipe(parse({ columns: true }))) {
    if (mapping.keep?.(row) === false) continue;
    yield Buffer.from(stringify([map(row)], { header }));
    header = false;
  }
}
