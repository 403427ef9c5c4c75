import { expect, test } from "vitest";
import { importKinds } from "@/lib/directory/import-rows";
import { accessLogLabel } from "@/lib/identity/access-log-labels";
import { filesOf, textOf } from "@/tests/support/tree";

type Table = Parameters<typeof accessLogLabel>[0];

const sources = filesOf("{lib,bin}/**/*.ts").filter((file) => /\b(record|recordRead|entrySql)\(/.test(textOf(file)));
const source = sources.map(textOf).join("\n");

/** The words in quotes behind what comes before them, wherever something is put on the access log. */
function codes(...before: readonly RegExp[]): readonly string[] {
  const found = before.flatMap((start) => [
    ...source.matchAll(new RegExp(`${start.source}\\s*"([a-z][a-z0-9_:-]*)"`, "g")),
  ]);
  return [...new Set(found.map(([, code = ""]) => code))].sort();
}

const actions = codes(/\baction:/, /\blog\((?:tx, )?/, /\bkept\(tx,/, /\bplanned\(tx,/).filter((code) =>
  code.includes(":"),
);
const objects = [
  ...codes(/\bobject(?:: AuditAct\["object"\])?\s*[:=]\s*\{\s*kind:/, /\bobjectOf = [^{]*\{\s*kind:/),
  ...importKinds,
];
const reasons = codes(/\breason: (?:[^",]*\?)?/, /\breason: [^",]*"[a-z-]+" :/);

const used: readonly (readonly [Table, readonly string[]])[] = [
  ["action", actions],
  ["object", objects],
  ["reason", reasons.filter((code) => code.includes("-"))],
];

test("the source tells what is put on the access log", () => {
  expect(actions).toEqual(expect.arrayContaining(["report:file", "desk:backup", "desk:restore", "mandate:grant"]));
  expect(objects).toEqual(expect.arrayContaining(["access-log", "municipality", "rule-set", "report", "students"]));
  expect(reasons).toEqual(expect.arrayContaining(["own-secret", "register-changed", "backup-of-the-desk"]));
  expect(actions.length).toBeGreaterThan(100);
});

/** Words that are Dutch as well as code. */
const alike = new Set(["account", "postcodes", "school"]);

test.each(used)("every %s on the access log has words", (table, found) => {
  for (const code of found) {
    if (!alike.has(code)) expect.soft(accessLogLabel(table, code, "nl"), code).not.toBe(code);
  }
});

test("the desk's own parts are named in words, and what nobody named is shown as it is", () => {
  expect(accessLogLabel("system", "sign-in", "nl")).toBe("inloggen");
  expect(accessLogLabel("reason", "client-of-office", "nl")).toBe("koppeling van het kantoor");
  expect(accessLogLabel("action", "made:up", "nl")).toBe("made:up");
});
