import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Module, parseSync } from "@swc/core";

const root = path.resolve(import.meta.dirname, "../..");

/** Source files of the repository that match, by their path from the root; the generated client is left out. */
export function filesOf(...patterns: readonly string[]): readonly string[] {
  const found = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }));
  return found.filter((file) => !file.includes("/generated/")).sort();
}

export function textOf(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

export function parse(file: string): Module {
  return parseSync(textOf(file), { syntax: "typescript", tsx: file.endsWith(".tsx"), target: "es2024" });
}

export interface ExportedFunction {
  readonly name: string;
  /** The first parameter as `name: Type`, with `?` when it is optional; null when there is none. */
  readonly first: string | null;
}

/** The functions that a module exports by name. */
export function exportedFunctions(file: string): readonly ExportedFunction[] {
  return parse(file).body.flatMap((item) => {
    if (item.type !== "ExportDeclaration") return [];
    const { declaration } = item;
    if (declaration.type !== "FunctionDeclaration") return [];
    return [{ name: declaration.identifier.value, first: firstParameter(declaration.params[0]?.pat) }];
  });
}

interface Pattern {
  readonly type: string;
  readonly value?: string;
  readonly optional?: boolean;
  readonly typeAnnotation?: { readonly typeAnnotation: unknown } | null;
}

function firstParameter(pattern: unknown): string | null {
  if (typeof pattern !== "object" || pattern === null) return null;
  const { value, optional, typeAnnotation } = pattern as Pattern;
  return `${value ?? "?"}${optional === true ? "?" : ""}: ${typeName(typeAnnotation?.typeAnnotation)}`;
}

interface TypeNode {
  readonly type?: string;
  readonly typeName?: { readonly value?: string };
  readonly types?: readonly unknown[];
}

function typeName(node: unknown): string {
  const { type, typeName: name, types } = (node ?? {}) as TypeNode;
  if (type === "TsUnionType") return (types ?? []).map(typeName).join(" | ");
  return name?.value ?? type ?? "none";
}

/** How often a node of this type stands anywhere in a file. */
export function countNodes(file: string, type: string): number {
  let count = 0;
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("type" in node && node.type === type) count += 1;
    for (const child of Object.values(node)) walk(child);
  };
  walk(parse(file));
  return count;
}
