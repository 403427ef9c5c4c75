import { expect, test } from "vitest";
import { browserName, networkOf } from "@/lib/identity/device";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8:1:2:ffff::1", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["unknown", "unknown"],
])("tries from %s count under %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("a session is shown by browser and system, and by nothing that the browser could write there itself", () => {
  const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
  const edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";
  expect(browserName(firefox)).toBe("Firefox, Windows");
  expect(browserName(edge)).toBe("Edge, Windows");
  expect(browserName("<script>alert(1)</script>")).toBe("?");
  expect(browserName(null)).toBe("?");
});
