import { describe, expect, test } from "vitest";
import { messages } from "@/lib/i18n/messages";

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, path = ""): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as const] : flatten(value, `${path}${key}.`),
  );
}

/** Names of what a sentence fills in, and of the tags in it. In ICU a brace within a choice opens words, not a name. */
function argumentsOf(sentence: string): readonly string[] {
  const names = new Set([...sentence.matchAll(/<(\w+)>/g)].map((match) => match[1]));
  let depth = 0;
  for (const [brace, name] of sentence.matchAll(/\{\s*(\w*)|\}/g)) {
    if (brace === "}") depth -= 1;
    else if (depth++ % 2 === 0) names.add(name);
  }
  return [...names].map(String).sort();
}

describe.each(Object.keys(messages.nl))("the words of %s", (area) => {
  const areaOf = (locale: "nl" | "en") => new Map(flatten({ [area]: Reflect.get(messages[locale], area) }));

  test("are there in English as well as in Dutch", () => {
    expect([...areaOf("en").keys()].sort()).toEqual([...areaOf("nl").keys()].sort());
  });

  test("name the same facts in both languages", () => {
    const facts = (locale: "nl" | "en") => [...areaOf(locale)].map(([key, text]) => [key, argumentsOf(text)]);
    expect(Object.fromEntries(facts("en"))).toEqual(Object.fromEntries(facts("nl")));
  });

  test("are nowhere empty", () => {
    const empty = [...areaOf("nl"), ...areaOf("en")].filter(([, text]) => text.trim() === "");
    expect(empty).toEqual([]);
  });
});
