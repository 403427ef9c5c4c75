import { describe, expect, test } from "vitest";
import { isLoopback } from "@/lib/config/loopback";
import { addressOf, parseLaunchSettings, parseSettings } from "@/lib/config/settings";

const key = Buffer.alloc(32, 7).toString("base64");
const complete = {
  DATABASE_URL: "postgresql://desk:secret@127.0.0.1:5432/desk",
  ENCRYPTION_KEYS: `new:${key},old:${key}`,
  LOOKUP_KEY: key,
  SESSION_SECRETS: "a-secret-that-is-long-enough-0000000",
};

describe("a desk that lacks what it needs says which", () => {
  test.each(["DATABASE_URL", "ENCRYPTION_KEYS", "LOOKUP_KEY", "SESSION_SECRETS"])("%s", (name) => {
    expect(() => parseSettings({ ...complete, [name]: "" })).toThrow(`${name} is missing`);
  });

  test.each([
    ["PORT", "99999"],
    ["PORT", "web"],
    ["PUBLIC_URL", "https://desk.example/path"],
    ["PUBLIC_URL", "ftp://desk.example"],
    ["DATABASE_URL", "mysql://127.0.0.1/desk"],
    ["ENCRYPTION_KEYS", "without-an-id"],
    ["ENCRYPTION_KEYS", "short:AAAA"],
    ["LOOKUP_KEY", "AAAA"],
    ["SESSION_SECRETS", "short"],
    ["SMTP_URL", "mail.example"],
    ["LOG_LEVEL", "loud"],
    ["ATTACHMENT_STORE", "cupboard"],
    ["ATTACHMENT_STORE", "s3:https://host/bucket"],
    ["SEED", "everything"],
  ])("%s=%s", (name, value) => {
    expect(() => parseSettings({ ...complete, [name]: value })).toThrow(new RegExp(`^${name} .*\\.$`));
  });
});

test("a message about a wrong setting does not repeat the setting, which may be a secret", () => {
  expect(() => parseSettings({ ...complete, LOOKUP_KEY: "not-a-key" })).not.toThrow(/not-a-key/);
});

test("the first encryption key is the current one and the others still open what they closed", () => {
  expect(parseSettings(complete).encryptionKeys.map(({ id }) => id)).toEqual(["new", "old"]);
});

test("without any setting the desk opens on this machine alone", () => {
  const settings = parseLaunchSettings({});
  expect(settings).toMatchObject({ host: "127.0.0.1", port: 3000, databaseUrl: null });
  expect(addressOf(settings)).toBe("http://localhost:3000");
});

test.each([
  ["127.0.0.1", true],
  ["127.8.0.1", true],
  ["localhost", true],
  ["::1", true],
  ["0.0.0.0", false],
  ["::", false],
  ["127.evil.example", false],
  ["desk.example", false],
])("%s is this machine: %s", (host, loopback) => {
  expect(isLoopback(host)).toBe(loopback);
});
