import { expect, test } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { problemSentence } from "@/lib/web/problem-sentence";

const facts = {
  limit: 200,
  count: 5,
  seconds: 1,
  reference: "V-2026-7K4QX9M",
  line: 7,
  day: "1-8-2024",
  since: "2010-08-01",
};

test.each(["nl", "en"] as const)(
  "every refusal has a sentence in %s that says what to do, with its facts filled in",
  (locale) => {
    for (const code of Object.keys(messages.nl.problems)) {
      const sentence = problemSentence({ code, facts }, locale);
      expect.soft(sentence, code).toMatch(/[.?)]$/);
      expect.soft(sentence, code).not.toMatch(/[{}#]|problems\./);
    }
  },
);

test("counts are sentences, in the singular and the plural", () => {
  expect(problemSentence({ code: "sign-in-wait", facts: { seconds: 1 } }, "nl")).toContain("(1 seconde)");
  expect(problemSentence({ code: "sign-in-wait", facts: { seconds: 32 } }, "en")).toContain("(32 seconds)");
});

test("a day is said as people say it", () => {
  const problem = { code: "mandate-held", facts: { since: "2010-08-01", accountId: "x" } };
  expect(problemSentence(problem, "nl")).toContain("vanaf 1 augustus 2010.");
  expect(problemSentence(problem, "en")).toContain("from 1 August 2010.");
});

test("a code that nobody wrote a sentence for is still answered in words", () => {
  expect(problemSentence({ code: "made-up" }, "nl")).toBe(messages.nl.problems.invalid);
  expect(problemSentence({ code: "constructor" }, "nl")).toBe(messages.nl.problems.invalid);
});
