import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { importFile } from "@/lib/directory/commands.server";
import { now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { bytesOf } from "@/tests/support/bytes";
import { truncateAll } from "@/tests/support/database";
import { importBytes, importText } from "@/tests/support/imports";
import { importSmallCountry } from "@/tests/support/small-country";
import { deskPerson, reporterOf } from "@/tests/support/viewers";

const counts = (created: number, updated: number, unchanged: number, rejected = 0) => ({
  created,
  updated,
  unchanged,
  rejected,
});

beforeEach(async () => {
  await truncateAll();
  await importSmallCountry();
});

describe("a file", () => {
  test("is refused from anybody who is no program of the desk, and nothing is written", async () => {
    for (const viewer of [reporterOf(newId()), deskPerson("administrator")]) {
      const file = {
        kind: "regions",
        bytes: bytesOf("number,name\n5,Salland\n"),
        isPartial: false,
        isDryRun: false,
        onRefused: () => undefined,
      } as const;
      await expect(importFile(viewer, file, now())).rejects.toThrow(NotAllowed);
    }
    expect(await prisma.region.count()).toBe(2);
  });

  test("with one bad row is refused as a whole, with line, column and reason", async () => {
    const outcome = await importText("regions", "number,name\n5,Salland\n6,");
    expect(outcome).toMatchObject({ isAccepted: false, rows: 2, ...counts(0, 0, 0, 1) });
    expect(outcome.refused).toEqual([{ line: 3, column: "name", code: "cell-missing", fact: null }]);
    expect(await prisma.region.count()).toBe(2);
  });

  test("with bad rows may be taken in part: the good rows are written", async () => {
    const outcome = await importText("regions", "number,name\n5,Salland\n6,\n21,Amsterdam e.o.\n5,Twice", {
      isPartial: true,
    });
    expect(outcome).toMatchObject({ isAccepted: true, rows: 4, ...counts(1, 1, 0, 2) });
    expect(outcome.refused.at(-1)).toEqual({ line: 5, column: "number", code: "row-twice", fact: "2" });
    expect(await prisma.region.findMany({ orderBy: { number: "asc" }, select: { name: true } })).toEqual([
      { name: "Twente" },
      { name: "Salland" },
      { name: "Amsterdam e.o." },
    ]);
  });

  test("can be tried: it counts what would change, and nothing is written or logged", async () => {
    const before = await prisma.auditEntry.count();
    const outcome = await importText("regions", "number,name\n5,Salland\n4,Twente", { isDryRun: true });
    expect(outcome).toMatchObject({ isAccepted: true, ...counts(1, 0, 1) });
    expect(await prisma.region.count()).toBe(2);
    expect(await prisma.auditEntry.count()).toBe(before);
  });

  test("that was taken is one line on the access log, with the number of rows that changed something", async () => {
    await importText("regions", "number,name\n5,Salland\n4,Twente\n21,Amsterdam e.o.");
    const entries = await prisma.auditEntry.findMany({ orderBy: { at: "desc" }, take: 1 });
    expect(entries).toMatchObject([{ action: "directory:import", objectKind: "regions", objectCount: 2 }]);
  });

  test("that breaks off while it is read leaves nothing behind", async () => {
    async function* broken() {
      yield Buffer.from("number,name\n5,Salland\n");
      throw new RangeError("the disk is gone");
    }
    await expect(importBytes("regions", broken())).rejects.toThrow("the disk is gone");
    expect(await prisma.region.count()).toBe(2);
  });

  test("that cannot be read is refused with the column or the line", async () => {
    expect(await importText("regions", "number,name,colour\n5,Salland,red")).toMatchObject({
      problems: [{ code: "column-unknown", field: "colour" }],
    });
    expect(await importText("regions", 'number,name\n5,"Salland')).toMatchObject({
      problems: [{ code: "file-quotes" }],
    });
  });

  test("leaves as it is what it does not mention: rows, and columns that it does not have", async () => {
    await importText("regions", "number,name,lead_municipality_code\n21,Amsterdam e.o.,0363");
    const outcome = await importText("regions", "number,name\n21,Agglomeratie");
    expect(outcome).toMatchObject(counts(0, 1, 0));
    expect(await prisma.region.findUniqueOrThrow({ where: { number: 21 } })).toEqual({
      number: 21,
      name: "Agglomeratie",
      leadMunicipalityCode: "0363",
    });
  });

  test("empties a cell that it does have", async () => {
    await importText("regions", "number,name,lead_municipality_code\n21,Amsterdam e.o.,0363");
    await importText("regions", "number,name,lead_municipality_code\n21,Amsterdam e.o.,");
    const region = await prisma.region.findUniqueOrThrow({ where: { number: 21 } });
    expect(region.leadMunicipalityCode).toBeNull();
  });
});

describe("municipalities", () => {
  const today = "code,name,province,region_number\n0363,Amsterdam,Noord-Holland,21\n0153,Enschede,Overijssel,4";

  test("are a whole list: one that vanished without a change refuses the file", async () => {
    expect(await importText("municipalities", today)).toMatchObject({
      problems: [{ code: "municipality-vanished", facts: { code: "0168", name: "Losser" } }],
    });
    expect(await prisma.municipality.count({ where: { validUntil: null } })).toBe(3);
  });

  test("that went up in another exist until the day before, whichever file came first", async () => {
    await importText("municipality-changes", "old_code,new_code,effective_date,kind\n0168,0153,2027-01-01,merger");
    expect(await importText("municipalities", today)).toMatchObject(counts(0, 0, 2));
    const losser = await prisma.municipality.findUniqueOrThrow({ where: { code: "0168" } });
    expect(losser.validUntil).toEqual(new Date("2026-12-31"));
  });

  test("that have a code which was used before go on, and vanish only by a change of their own", async () => {
    const again = today.replaceAll("region_number", "region_number,valid_from").replaceAll(/,(21|4)$/gm, ",$1,");
    await importText("municipalities", `${again}\n0168,Losser,Overijssel,4,2001-01-01`);
    await importText("municipality-changes", "old_code,new_code,effective_date,kind\n0168,0153,1935-05-01,merger");
    const losser = await prisma.municipality.findUniqueOrThrow({ where: { code: "0168" } });
    expect(losser.validUntil).toBeNull();
    expect(await importText("municipalities", today)).toMatchObject({ problems: [{ code: "municipality-vanished" }] });
  });

  test("in which another went up later had got their code anew, also where no list says since when", async () => {
    const changes = "0168,0153,1935-05-01,merger\n0140,0168,1980-01-01,merger";
    await importText("municipality-changes", `old_code,new_code,effective_date,kind\n${changes}`);
    const losser = await prisma.municipality.findUniqueOrThrow({ where: { code: "0168" } });
    expect(losser.validUntil).toBeNull();
    expect(await importText("municipalities", today)).toMatchObject({ problems: [{ code: "municipality-vanished" }] });
  });

  test("go on when only their border moved", async () => {
    await importText(
      "municipality-changes",
      "old_code,new_code,effective_date,kind\n0168,0153,2027-01-01,border-correction",
    );
    const losser = await prisma.municipality.findUniqueOrThrow({ where: { code: "0168" } });
    expect(losser.validUntil).toBeNull();
    expect(await importText("municipalities", today)).toMatchObject({ problems: [{ code: "municipality-vanished" }] });
  });

  test("that are in no list are known by their change, and students may have lived there", async () => {
    await importText(
      "municipality-changes",
      "old_code,new_code,effective_date,kind,old_name,share_of_old\n0140,0153,2018-01-01,split,Oud,0.3\n0140,0168,2018-01-01,split,Oud,0.7",
    );
    const old = await prisma.municipality.findUniqueOrThrow({ where: { code: "0140" } });
    expect(old).toMatchObject({ name: "Oud", regionNumber: null, validUntil: new Date("2017-12-31") });
  });

  test("of an unknown region are refused", async () => {
    const outcome = await importText("municipalities", `${today}\n0168,Losser,Overijssel,9`);
    expect(outcome.refused).toEqual([{ line: 4, column: "region_number", code: "region-unknown", fact: "9" }]);
  });
});

describe("offices", () => {
  const header = "code,name,kind,municipality_code,regime,valid_from,valid_until,email,phone,region_number";
  const joint = [
    header,
    "TWENTE,Leerplicht Twente,joint,0153,compulsory,2026-01-01,,post@twente.example,053-1234567,",
    "TWENTE,Leerplicht Twente,joint,0168,compulsory,2026-01-01,,post@twente.example,053-1234567,",
  ].join("\n");

  test("have one row for each competence, and the same file changes nothing", async () => {
    expect(await importText("offices", joint)).toMatchObject(counts(2, 0, 0));
    expect(await importText("offices", joint)).toMatchObject(counts(0, 0, 2));
    const office = await prisma.office.findFirstOrThrow({ include: { organisation: true, competences: true } });
    expect(office).toMatchObject({ kind: "joint", organisation: { code: "TWENTE", kind: "office" } });
    expect(office.competences).toHaveLength(2);
  });

  test("that change their address count once, and keep the competences that the file does not mention", async () => {
    await importText("offices", joint);
    const changed = joint.split("\n").slice(0, 2).join("\n").replace("post@", "info@");
    expect(await importText("offices", changed)).toMatchObject(counts(0, 1, 0));
    expect(await prisma.office.findFirstOrThrow()).toMatchObject({ email: "info@twente.example" });
    expect(await prisma.competence.count()).toBe(2);
  });

  test("that say two things of themselves, or bear the code of a school, are refused", async () => {
    const outcome = await importText(
      "offices",
      `${joint}\nTWENTE,Another name,joint,0363,compulsory,2026-01-01,,post@twente.example,053-1234567,\n00AH,School,municipal,0363,qualification,2026-01-01,,a@b.example,,\nLOKET,Desk,municipal,0363,over_18,2026-01-01,,a@b.example,,`,
    );
    expect(outcome.refused.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, "code", "office-differs"],
      [5, "code", "code-in-use"],
      [6, "code", "code-in-use"],
    ]);
  });

  test("are refused for a duty that another office still has on that day, and taken from the day after", async () => {
    await importText("offices", joint);
    const ended =
      "TWENTE,Leerplicht Twente,joint,0153,compulsory,2026-01-01,2026-06-30,post@twente.example,053-1234567,";
    const successor = (from: string) => `STAD,Leerplicht,municipal,0153,compulsory,${from},,a@b.example,,`;
    const outcome = await importText("offices", `${header}\n${ended}\n${successor("2026-06-30")}`);
    expect(outcome.refused.map(({ line, column, code, fact }) => [line, column, code, fact])).toEqual([
      [2, "valid_from", "competence-overlaps", "STAD"],
      [3, "valid_from", "competence-overlaps", "TWENTE"],
    ]);
    const alone = await importText("offices", `${header}\n${successor("2026-07-01")}`);
    expect(alone.refused.map(({ line, code }) => [line, code])).toEqual([[2, "competence-overlaps"]]);
    const both = await importText("offices", `${header}\n${ended}\n${successor("2026-07-01")}`);
    expect(both).toMatchObject(counts(1, 1, 0));
  });

  test("of an unknown municipality are refused, and of a region without its number too", async () => {
    const outcome = await importText(
      "offices",
      `${header}\nX,X,municipal,9999,compulsory,2026-01-01,,a@b.example,,\nR,R,regional,0363,over_18,2026-01-01,,a@b.example,,`,
    );
    expect(outcome.refused.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, "region_number", "region-needed"],
      [2, "municipality_code", "municipality-unknown"],
    ]);
  });
});

describe("schools", () => {
  test("are institutions with locations; one code in two sectors is two locations of one school", async () => {
    const schools = await prisma.organisation.findMany({
      where: { kind: "school" },
      orderBy: { code: "asc" },
      select: { code: true, name: true, locations: { select: { sector: true } } },
    });
    expect(schools.map(({ code, name, locations }) => [code, name, locations.length])).toEqual([
      ["00AH", "Het Stedelijk", 2],
      ["01OE", "Lyceum in de Gieterij", 2],
    ]);
  });

  test("keep what the desk added to a location", async () => {
    await prisma.location.updateMany({ data: { lessonsPerDay: 7 } });
    const outcome = await importText(
      "schools",
      "sector,brin,location_code,name,street,postcode,city,municipality_code\nVO,00AH,00AH00,Stedelijk,Lyceumlaan 30,7522GK,ENSCHEDE,0153",
    );
    expect(outcome).toMatchObject(counts(0, 1, 0));
    const location = await prisma.location.findFirstOrThrow({
      where: { locationCode: "00AH00" },
      include: { organisation: true },
    });
    expect(location).toMatchObject({ lessonsPerDay: 7, organisation: { name: "Stedelijk" } });
  });

  describe("under another", () => {
    const line = "01OE,01OE05,ROC van Twente,Gieterij 200,7553VZ,HENGELO,0153";
    const header = "sector,brin,location_code,name,street,postcode,city,municipality_code,organisation_code";
    const join = (...rows: string[]) => importText("schools", [header, ...rows].join("\n"), { isPartial: true });
    const standing = async () => {
      const schools = await prisma.organisation.findMany({
        where: { kind: "school" },
        orderBy: { code: "asc" },
        select: { code: true, name: true, locations: { select: { brin: true }, orderBy: { brin: "asc" } } },
      });
      return schools.map(({ code, name, locations }) => [code, name, ...locations.map(({ brin }) => brin)]);
    };
    const apart = [
      ["00AH", "Het Stedelijk", "00AH", "00AH"],
      ["01OE", "Lyceum in de Gieterij", "01OE", "01OE"],
    ];
    const together = [["00AH", "Het Stedelijk", "00AH", "00AH", "01OE", "01OE"]];

    test("keep their place when somebody works there, or when that other is none, and say so", async () => {
      expect((await join(`MBO,${line},99ZZ`)).refused).toEqual([
        { line: 2, column: "organisation_code", code: "organisation-unknown", fact: "99ZZ" },
      ]);
      const outcome = await join(`MBO,${line},00AH`, `VO,${line},01OE`);
      expect(outcome.refused.map(({ code }) => code)).toEqual(["organisation-differs", "organisation-differs"]);
      const school = await prisma.organisation.findUniqueOrThrow({ where: { code: "01OE" } });
      await prisma.apiClient.create({
        data: {
          id: newId(),
          organisationId: school.id,
          name: "Pakket",
          secretHash: "x",
          scopes: [],
          createdAt: now().at,
        },
      });
      expect((await join(`MBO,${line},00AH`)).refused).toEqual([
        { line: 2, column: "organisation_code", code: "institution-at-work", fact: "01OE" },
      ]);
      expect(await standing()).toEqual(apart);
    });

    test("stand there with all their locations, also later and new ones, and what leads cannot leave", async () => {
      expect(await join(`MBO,${line},00AH`)).toMatchObject(counts(0, 1, 0));
      expect(await standing()).toEqual(together);
      expect(await join(`MBO,${line},00AH`)).toMatchObject(counts(0, 0, 1));
      const fresh = "VO,01OE,01OE06,Lyceum Noord,Weg 1,7553VZ,HENGELO,0153";
      expect(await importText("schools", `${header.replace(",organisation_code", "")}\n${fresh}`)).toMatchObject(
        counts(1, 0, 0),
      );
      expect(await standing()).toEqual([[...(together[0] ?? []), "01OE"]]);
      const leader = "VO,00AH,00AH00,Het Stedelijk,Lyceumlaan 30,7522GK,ENSCHEDE,0153,01OE";
      expect((await join(leader)).refused.map(({ code }) => code)).toContain("institution-at-work");
    });

    test("stand apart again when the file says their own code", async () => {
      await join(`MBO,${line},00AH`);
      await join(`MBO,${line},01OE`);
      expect(await standing()).toEqual([apart[0], ["01OE", "Lyceum in de Gieterij", "01OE", "01OE"]]);
    });
  });

  test("may have periods of their own, when they are known", async () => {
    const outcome = await importText(
      "calendar",
      "region,brin,first_day,last_day,kind\nnoord,,2026-10-12,2026-10-16,holiday\n,00AH,2026-11-02,2026-11-02,free\n,99ZZ,2026-11-02,2026-11-02,free",
      { isPartial: true },
    );
    expect(outcome).toMatchObject(counts(2, 0, 0, 1));
    expect(outcome.refused).toEqual([{ line: 4, column: "brin", code: "school-unknown", fact: "99ZZ" }]);
  });
});
