import { describe, expect, test } from "vitest";
import { isAllowedHost } from "@/lib/web/allowed-host";

const publicUrl = "https://verzuimloket.example";

describe("a request under a name that is not the desk's is not answered", () => {
  test.each(["localhost:3000", "localhost", "127.0.0.1:3000", "127.0.0.2", "[::1]:3000"])(
    "this machine: %s",
    (host) => {
      expect(isAllowedHost(host, null)).toBe(true);
    },
  );

  test.each(["verzuimloket.example", "VERZUIMLOKET.example", "localhost:3000"])("the public name: %s", (host) => {
    expect(isAllowedHost(host, publicUrl)).toBe(true);
  });

  test.each([
    null,
    "",
    "evil.nl",
    "verzuimloket.example.evil.nl",
    "verzuimloket.example:8443",
    "localhost.evil.nl",
    "localhost@evil.nl",
    "evil.nl/localhost",
    "evil.nl#localhost",
    "localhost, evil.nl",
    "localhost evil.nl",
    "127.0.0.1.evil.nl",
    "0.0.0.0",
    "[::1",
    "[::ffff:10.0.0.1]",
    "a".repeat(300),
  ])("somebody else's: %s", (host) => {
    expect(isAllowedHost(host, publicUrl)).toBe(false);
  });
});
