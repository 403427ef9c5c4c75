import "server-only";
import type { Connection } from "@/lib/db/bulk.server";
import { type Counts, type Merge, mergeRows } from "@/lib/directory/imports/merge.server";
import type { RowCheck } from "@/lib/directory/imports/staging.server";
import type { Problem } from "@/lib/shared/problem";

/** How the staged rows of one kind become part of the directory. */
export interface ImportPlan {
  /** Lays ids beside the staged rows; absent when they need none. */
  readonly resolve?: string;
  /** The staged columns that may occur once in a file, and the column of the file that is named when they do not. */
  readonly key: readonly string[];
  readonly keyColumn: string;
  readonly checks: readonly RowCheck[];
  /** Refuses the file as a whole. */
  readonly veto?: (connection: Connection) => Promise<readonly Problem[]>;
  readonly merge: (connection: Connection, present: ReadonlySet<string>) => Promise<Counts>;
}

/** A plan for rows that go into one table as they are. */
export function plainPlan({ keyColumn, checks = [], resolve, ...merge }: Merge & PlainPlan): ImportPlan {
  return {
    key: merge.key,
    keyColumn,
    checks,
    ...(resolve === undefined ? {} : { resolve }),
    merge: (connection, present) => mergeRows(connection, present, merge),
  };
}

interface PlainPlan {
  readonly keyColumn: string;
  readonly checks?: readonly RowCheck[];
  readonly resolve?: string;
}

export const knownMunicipality: RowCheck = {
  column: "municipality_code",
  code: "municipality-unknown",
  where: `s.municipality_code IS NOT NULL
    AND NOT EXISTS (SELECT FROM municipalities m WHERE m.code = s.municipality_code)`,
  fact: "s.municipality_code",
};

export const knownRegion: RowCheck = {
  column: "region_number",
  code: "region-unknown",
  where: "s.region_number IS NOT NULL AND NOT EXISTS (SELECT FROM regions r WHERE r.number = s.region_number)",
  fact: "s.region_number::text",
};

/** Both numbers under which a student is found. */
export const studentKeys = `(SELECT number_hash, id FROM students
  UNION ALL SELECT other_number_hash, id FROM students WHERE other_number_hash IS NOT NULL)`;

export const knownStudent: RowCheck = {
  column: "student_number",
  code: "student-unknown",
  where: "s.student_id IS NULL",
};
