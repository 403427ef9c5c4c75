import type { z } from "zod";

/** What a row needs of the outside world: keys to hide a number, and ids for what is new. */
export interface RowTools {
  readonly hash: (number: string) => string;
  readonly seal: (number: string) => string;
  readonly newId: () => string;
}

export type StagedValue = string | number | null;
export type Cells = Readonly<Record<string, string>>;

export interface CellProblem {
  readonly column: string;
  readonly code: string;
}

export type ParsedRow =
  | { readonly ok: true; readonly values: readonly StagedValue[] }
  | { readonly ok: false; readonly problems: readonly CellProblem[] };

export interface StagedColumn {
  readonly name: string;
  readonly type: string;
}

/** One kind of import file: its columns, and the row that it lays ready for the merge. */
export interface ImportDefinition {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly staged: readonly StagedColumn[];
  readonly parse: (cells: Cells, tools: RowTools) => ParsedRow;
}

interface Recipe<Shape extends z.ZodRawShape, Staged extends string> {
  /** The columns of the file, with what a cell may hold. */
  readonly row: z.ZodObject<Shape, z.core.$strict>;
  /** The columns laid ready, with their types in the database. */
  readonly staged: Readonly<Record<Staged, string>>;
  readonly stage: (
    row: z.output<z.ZodObject<Shape>>,
    tools: RowTools,
  ) => { readonly [Name in Staged]?: StagedValue | undefined };
}

export function defineImport<Shape extends z.ZodRawShape, Staged extends string>(
  recipe: Recipe<Shape, Staged>,
): ImportDefinition {
  const columns = Object.entries<z.core.$ZodType>(recipe.row.shape);
  const staged = Object.entries<string>(recipe.staged).map(([name, type]) => ({ name, type }));
  const isOptional = (schema: z.core.$ZodType) => schema._zod.optin === "optional";
  return {
    required: columns.filter(([, schema]) => !isOptional(schema)).map(([name]) => name),
    optional: columns.filter(([, schema]) => isOptional(schema)).map(([name]) => name),
    staged,
    parse(cells, tools) {
      const parsed = recipe.row.safeParse(cells);
      if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error.issues) };
      const row: Readonly<Record<string, StagedValue | undefined>> = recipe.stage(parsed.data, tools);
      return { ok: true, values: staged.map(({ name }) => row[name] ?? null) };
    },
  };
}

/** One for each cell: what is no date is also no date of this century. */
function problemsOf(issues: readonly z.core.$ZodIssue[]): readonly CellProblem[] {
  const problems = new Map<string, CellProblem>();
  for (const problem of issues.map(problemOf)) {
    if (!problems.has(problem.column)) problems.set(problem.column, problem);
  }
  return [...problems.values()];
}

/** An absent cell is the only thing that can have the wrong type: all cells are text. */
function problemOf(issue: z.core.$ZodIssue): CellProblem {
  return {
    column: String(issue.path[0] ?? ""),
    code: issue.code === "invalid_type" ? "cell-missing" : issue.message,
  };
}
