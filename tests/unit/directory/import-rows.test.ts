import { describe, expect, test } from "vitest";
import { type ImportKind, importDefinitions } from "@/lib/directory/import-rows";
import { type RefusedCell, readRows, WrongHeader } from "@/lib/directory/imports/read-rows";
import { allOf, bytesOf } from "@/tests/support/bytes";

const tools = { hash: (number: string) => `hash of ${number}`, seal: () => "sealed", newId: () => "id" };

async function read(kind: ImportKind, text: string) {
  const refused: RefusedCell[] = [];
  const definition = importDefinitions[kind];
  const rows = await allOf(
    readRows(bytesOf(text), {
      definition,
      tools,
      onHeader: () => undefined,
      onRefused: (cells) => refused.push(...cells),
    }),
  );
  const names = ["line", ...definition.staged.map(({ name }) => name)];
  return {
    rows: rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]]))),
    refused: refused.map(({ line, column, code }) => `${line} ${column} ${code}`),
  };
}

const student = (cells: Readonly<Record<string, string>>) => {
  const row = {
    student_number: "999990019",
    first_name: "Sami",
    last_name: "Boer",
    birth_date: "2010-02-28",
    residence_kind: "resident",
    municipality_code: "0363",
    resident_from: "2010-02-28",
    other_number: "",
    ...cells,
  };
  return `${Object.keys(row).join(";")}\n"${Object.values(row).join('";"')}"\n`;
};

describe("the header", () => {
  test.each([
    ["number,name,colour\n", "column-unknown", ["colour"]],
    ["number\n", "column-missing", ["name"]],
    ["number,name,name\n", "column-twice", ["name"]],
    ["nummer,naam\n", "column-unknown", ["nummer", "naam"]],
  ])("%j is refused, with the names of the columns", async (header, code, columns) => {
    await expect(read("regions", `${header}1,x,y\n`)).rejects.toMatchObject({ name: WrongHeader.name, code, columns });
  });

  test("may stand in any order, without the optional columns", async () => {
    const { rows } = await read("regions", " name ,number\nTwente,4\n");
    expect(rows).toEqual([{ line: 2, number: 4, name: "Twente", lead_municipality_code: null }]);
  });
});

describe("a row", () => {
  test("is refused with its line, its column and why, once for each cell", async () => {
    const { rows, refused } = await read("regions", "number,name\n4,Twente\n0,\n5\n6,a\u202eb\n");
    expect(rows).toHaveLength(1);
    expect(refused).toEqual([
      "3 number region-number-invalid",
      "3 name cell-missing",
      "4 null cells-do-not-fit",
      "5 name text-sign-invalid",
    ]);
  });

  test.each([
    [{ student_number: "99990019" }, "student_number student-number-length"],
    [{ student_number: "1,23E+08" }, "student_number student-number-excel"],
    [{ birth_date: "2010-02-30" }, "birth_date date-invalid"],
    [{ birth_date: "1899-01-01" }, "birth_date date-invalid"],
    [{ birth_date: "03-04-2010" }, "birth_date date-invalid"],
    [{ residence_kind: "moved" }, "residence_kind code-unknown"],
    [{ residence_kind: "" }, "residence_kind cell-missing"],
    [{ municipality_code: "" }, "municipality_code municipality-needed"],
    [{ municipality_code: "363" }, "municipality_code municipality-code-invalid"],
    [{ first_name: "   " }, "first_name cell-missing"],
    [{ first_name: `a${"\u0301".repeat(30)}` }, "first_name text-sign-invalid"],
    [{ first_name: "x".repeat(101) }, "first_name text-too-long"],
    [{ other_number: "999990019" }, "other_number number-twice"],
  ])("of a student with %j is refused", async (cells, refusal) => {
    expect((await read("students", student(cells))).refused).toEqual([`2 ${refusal}`]);
  });

  test.each(["d'Àrcy-Ölçer", "'t Hooft", "Null", "undefined", "<script>", "=HYPERLINK(1)", "'; DROP TABLE--", "Ĳ"])(
    "of a student called %j is taken as it is",
    async (name) => {
      const { rows } = await read("students", student({ last_name: name }));
      expect(rows[0]?.["last_name"]).toBe(name.normalize("NFC"));
    },
  );

  test("of a student leaves no number behind, only what finds and hides it and three digits", async () => {
    const { rows } = await read("students", student({ student_number: "9999 90 019" }));
    expect(rows[0]).toMatchObject({ number_hash: "hash of 999990019", number_hint: "019", number_kind: "bsn" });
    const { number_hash: _, ...rest } = rows[0] ?? {};
    expect(Object.values(rest)).not.toContain("999990019");
  });

  test("of a student without an address in the country needs no municipality", async () => {
    for (const residence_kind of ["abroad", "unknown", "protected"]) {
      expect((await read("students", student({ residence_kind, municipality_code: "" }))).refused).toEqual([]);
    }
  });

  test("of an enrolment may name the location by its last two characters", async () => {
    const { rows, refused } = await read(
      "enrolments",
      "student_number,sector,brin,location_code,first_day\n" +
        "999990019,VO,00ah,07,2026-08-01\n999990019,VO,00AH,00AH07,2026-08-01\n999990019,VO,00AH,01OE05,2026-08-01\n",
    );
    expect(rows.map((row) => row["location_code"])).toEqual(["00AH07", "00AH07"]);
    expect(refused).toEqual(["4 location_code location-of-other-school"]);
  });

  test("that ends before it begins is refused, one that ends on the day it begins is not", async () => {
    const { rows, refused } = await read(
      "exemptions",
      "student_number,article,from,until\n999990019,5a,2026-08-01,2026-07-31\n999990019,5a,2026-08-01,2026-08-01\n",
    );
    expect(rows).toHaveLength(1);
    expect(refused).toEqual(["2 until last-day-before-first"]);
  });

  test("of the calendar belongs to a region or to a school, and not to both", async () => {
    const { rows, refused } = await read(
      "calendar",
      "region,brin,location_code,first_day,last_day,kind\n" +
        "noord,,,2026-10-12,2026-10-16,holiday\n,00AH,07,2026-11-02,2026-11-02,free\n" +
        "noord,00AH,,2026-10-12,2026-10-16,holiday\n,,,2026-10-12,2026-10-16,holiday\nnoord,,07,2026-10-12,2026-10-16,block\n",
    );
    expect(rows.map((row) => row["owner"])).toEqual(["region:noord", "school:00AH:00AH07::"]);
    expect(refused).toEqual(["4 region region-or-school", "5 region region-or-school", "6 brin school-needed"]);
  });

  test("of a change may be as old as the municipalities themselves", async () => {
    const { rows } = await read(
      "municipality-changes",
      "old_code,new_code,effective_date,kind\n1313,0239,1831-07-01,merger\n",
    );
    expect(rows[0]?.["effective_on"]).toBe("1831-07-01");
  });
});
