import { expect, test } from "vitest";
import { filesOf, textOf } from "@/tests/support/tree";

type Messages = { readonly [key: string]: string | Messages };

function flatten(messages: Messages, prefix = ""): readonly (readonly [string, string])[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value] as const] : flatten(value, `${prefix}${key}.`),
  );
}

/** The names between braces that a sentence needs. */
function argumentsOf(sentence: string): readonly string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ""))].sort();
}

const areas = filesOf("lib/i18n/messages/nl/*.json");

test("there are messages", () => {
  expect(areas.length).toBeGreaterThan(5);
});

test.each(areas)("%s says the same in English, with the same arguments", (file) => {
  const dutch = new Map(flatten(JSON.parse(textOf(file))));
  const english = new Map(flatten(JSON.parse(textOf(file.replace("/nl/", "/en/")))));
  expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  for (const [key, sentence] of dutch) {
    expect.soft(argumentsOf(english.get(key) ?? ""), key).toEqual(argumentsOf(sentence));
    expect.soft(sentence.trim(), key).not.toBe("");
  }
});
