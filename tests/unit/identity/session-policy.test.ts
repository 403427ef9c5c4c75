import { expect, test } from "vitest";
import { isRole, roles } from "@/lib/identity/roles";
import { sessionTermsOf } from "@/lib/identity/session-policy";

const everyRole = Object.keys(roles).filter(isRole);

test("nobody may sit idle for more than an hour, or work for more than ten hours on one sign-in", () => {
  for (const role of everyRole) {
    const terms = sessionTermsOf(role, "own");
    expect.soft(terms.idleMinutes, role).toBeLessThanOrEqual(60);
    expect.soft(terms.absoluteMinutes, role).toBeLessThanOrEqual(600);
    expect.soft(terms.stepUpMinutes, role).toBeLessThanOrEqual(15);
  }
});

test("a shared computer is left alone for a quarter of an hour at most, whoever sat there", () => {
  for (const role of everyRole) {
    expect.soft(sessionTermsOf(role, "shared"), role).toMatchObject({ idleMinutes: 15, absoluteMinutes: 120 });
  }
});

test.each([
  ["reporter", 60, 600, 15],
  ["officer", 60, 600, 15],
  ["school_admin", 30, 600, 10],
  ["service_desk", 30, 480, 10],
  ["administrator", 15, 480, 5],
] as const)("%s: idle %i, absolute %i, step-up %i minutes", (role, idleMinutes, absoluteMinutes, stepUpMinutes) => {
  expect(sessionTermsOf(role, "own")).toEqual({ idleMinutes, absoluteMinutes, stepUpMinutes });
});
