import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync("app/globals.css", "utf8");
const blocks = [...css.matchAll(/:root \{(.*?)\}/gs)].map((match) => tokensOf(match[1] ?? ""));

function tokensOf(block: string): ReadonlyMap<string, string> {
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? "", match[2] ?? ""]));
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "wash", "sunken"];
const texts = [
  ...["ink", "ink-soft", "ink-faint", "brand", "danger"].flatMap((text) => grounds.map((ground) => [text, ground])),
  ...["ink", "ink-soft", "brand", "brand-strong"].map((text) => [text, "brand-wash"]),
  ...["attention", "danger", "good"].flatMap((text) => [
    [text, `${text}-wash`],
    [text, "paper"],
    ["ink", `${text}-wash`],
    ["ink-soft", `${text}-wash`],
  ]),
  ["brand-strong", "paper"],
  ["danger-strong", "paper"],
  ["on-brand", "brand"],
  ["on-brand", "brand-strong"],
  ["on-danger", "danger"],
  ["on-danger", "danger-strong"],
];
const marks = [
  ...grounds.flatMap((ground) => [
    ["focus", ground],
    ["line-field", ground],
  ]),
  ["focus", "brand-wash"],
  ["focus", "danger-wash"],
  ["focus", "good-wash"],
  ["focus", "attention-wash"],
];

describe.each([
  ["a light screen", 0],
  ["a dark screen", 1],
] as const)("on %s", (_screen, at) => {
  const colour = (name: string | undefined) => {
    const found = blocks[at]?.get(name ?? "");
    if (found === undefined) throw new TypeError(`no token ${name}`);
    return found;
  };

  test.each(texts)("%s can be read on %s", (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks)("%s can be told from %s", (mark, ground) => {
    expect(contrast(colour(mark), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
