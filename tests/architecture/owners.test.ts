import { expect, test } from "vitest";
import { filesOf, textOf } from "@/tests/support/tree";

/** Which domain declares which model and table. */
function owners(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of filesOf("prisma/schema/*.prisma")) {
    const domain = file.replace(/^.*\/(\w+)\.prisma$/, "$1");
    for (const [, model, body] of textOf(file).matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)) {
      const table = /@@map\("(\w+)"\)/.exec(body ?? "")?.[1];
      if (model === undefined || table === undefined) throw new Error(`a model of ${file} has no table name`);
      found.set(model.charAt(0).toLowerCase() + model.slice(1), domain);
      found.set(table, domain);
    }
  }
  return found;
}

const writes =
  /\b(?:prisma|client|tx\.client)\.(\w+)\.(?:create|createMany|update|updateMany|upsert|delete|deleteMany)\b|(?:INSERT INTO|UPDATE|DELETE FROM) (?:ONLY )?"?([a-z_]+)"?/g;

test("a table is written by the domain that declares it, and by no other", () => {
  const owner = owners();
  expect(owner.size).toBeGreaterThan(50);
  const trespasses = filesOf("lib/**/*.ts").flatMap((file) => {
    const domain = file.split("/")[1] ?? "";
    return [...textOf(file).matchAll(writes)].flatMap(([, model, table]) => {
      const of = owner.get(model ?? table ?? "");
      // The backup carries every table and knows none.
      return of === undefined || of === domain || domain === "db" ? [] : [`${file} writes ${model ?? table} of ${of}`];
    });
  });
  expect(trespasses).toEqual([]);
});
