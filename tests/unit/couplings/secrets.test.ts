import fc from "fast-check";
import { expect, test } from "vitest";
import { isSecret, writeSecret } from "@/lib/couplings/secrets";
import { isIdempotencyKey, submissionId } from "@/lib/couplings/submission";

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

test("a secret that was written is known as one", () => {
  fc.assert(fc.property(bytes, (random) => isSecret("vzl_", writeSecret("vzl_", random))));
});

test("a secret with one sign changed, cut or of the other kind is not", () => {
  fc.assert(
    fc.property(bytes, fc.nat(), (random, place) => {
      const secret = writeSecret("vzl_", random);
      const at = place % secret.length;
      const other = secret.charAt(at) === "A" ? "B" : "A";
      expect(isSecret("vzl_", `${secret.slice(0, at)}${other}${secret.slice(at + 1)}`)).toBe(false);
      expect(isSecret("vzl_", secret.slice(0, -1))).toBe(false);
      expect(isSecret("vzt_", secret)).toBe(false);
    }),
  );
});

test("text of any kind is no secret and breaks nothing", () => {
  fc.assert(fc.property(fc.string(), (text) => !isSecret("vzl_", text)));
});

test("the same client and key mean the same submission, another client or key another one", () => {
  expect(submissionId("a", "k")).toBe(submissionId("a", "k"));
  expect(submissionId("a", "k")).not.toBe(submissionId("b", "k"));
  expect(submissionId("a", "k")).not.toBe(submissionId("a", "l"));
});

test.each([
  ["k", true],
  ["k".repeat(255), true],
  ["k".repeat(256), false],
  ["", false],
  ["é", false],
  ["a\nb", false],
])("%j as a key: %s", (key, isOne) => {
  expect(isIdempotencyKey(key)).toBe(isOne);
});
