import { describe, expect, test } from "vitest";
import { dispositionOf, keptName, readFileName } from "@/lib/attachments/file-name";

const kept = (given: string) => keptName(readFileName(given), "pdf");

describe("a paper is kept under a name that leads nobody astray", () => {
  const names: readonly (readonly [given: string, kept: string])[] = [
    ["verzuimstaat april.pdf", "verzuimstaat april.pdf"],
    ["René's staat.PDF", "René-s staat.pdf"],
    ["../../x.pdf", "x.pdf"],
    ["C:\\Users\\x.pdf", "x.pdf"],
    ["/tmp\\x.pdf", "x.pdf"],
    ["..&#x2F;x.pdf", "x.pdf"],
    ["a\u0000.pdf", "a.pdf"],
    ["", "bijlage.pdf"],
    ["../..", "bijlage.pdf"],
    ["CON.pdf", "bijlage.pdf"],
    ["com1.tar.pdf", "bijlage.pdf"],
    [".htaccess.pdf", "htaccess.pdf"],
    ["staat.pdf...", "staat.pdf"],
    ['a"b\r\nc.pdf', "a-bc.pdf"],
    ["staat\u202efdp.pdf", "staatfdp.pdf"],
    [`${"a".repeat(300)}.pdf`, `${"a".repeat(120)}.pdf`],
  ];

  test.each(names)("%j becomes %j", (given, expected) => {
    expect(kept(given)).toBe(expected);
  });
});

test("the header that names a paper holds nothing but what it names", () => {
  expect(dispositionOf("René's.pdf")).toBe(`attachment; filename="Rene's.pdf"; filename*=UTF-8''Ren%C3%A9%27s.pdf`);
  expect(dispositionOf("Uitval – regio 21.csv")).toContain('filename="Uitval - regio 21.csv"');
  expect(dispositionOf('a"\r\nSet-Cookie: x.pdf')).not.toMatch(/[\r\n]|"a""/);
});
