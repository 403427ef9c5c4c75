import { readdirSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { frameExamples, uiExamples, withTexts } from "@/tests/support/ui-examples";

const notComponents = ["field-frame"];
const complaints = vi.spyOn(console, "error");
afterEach(() => complaints.mockClear());

describe("each piece that pages are made of", () => {
  test("shows its examples to the tests", () => {
    const files = readdirSync("components/ui").filter((name) => name.endsWith(".tsx"));
    const names = files.map((name) => name.replace(".tsx", "")).filter((name) => !notComponents.includes(name));
    expect(Object.keys(uiExamples).sort()).toEqual(names.sort());
  });

  for (const [component, examples] of Object.entries({ ...uiExamples, frame: frameExamples })) {
    test.each(Object.entries(examples))(`${component} can be drawn without script: %s`, (_name, example) => {
      expect(renderToStaticMarkup(withTexts(example))).toMatch(/^<.+>$/s);
      expect(complaints).not.toHaveBeenCalled();
    });
  }
});
