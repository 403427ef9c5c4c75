import { prisma } from "@/lib/db/client.server";
import { lookupHash, sealText } from "@/lib/db/seal.server";
import { newId } from "@/lib/shared/ids";
import type { WrittenLife } from "@/tests/support/lives";
import { officerOf } from "@/tests/support/viewers";
import { anAccount, aStudentNumber } from "@/tests/support/world";

let nextRegion = 100;

/** A region with one municipality, a regional point and a coordinator. */
export async function aRegion() {
  nextRegion += 1;
  const number = nextRegion;
  const municipality = String(6000 + number);
  await prisma.region.create({ data: { number, name: `Streek ${number}` } });
  await prisma.municipality.create({
    data: { code: municipality, name: `Stad ${number}`, regionNumber: number },
  });
  const id = newId();
  await prisma.organisation.create({
    data: { id, code: `R${number}`, kind: "office", name: `Doorstroompunt ${number}` },
  });
  await prisma.office.create({
    data: { id, kind: "regional", email: `post@r${number}.example`, regionNumber: number },
  });
  const account = await anAccount(id, "coordinator");
  const coordinator = officerOf(id, { ...account, role: "coordinator" });
  return { number, municipality, officeId: id, coordinator };
}

export type Region = Awaited<ReturnType<typeof aRegion>>;

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const dayOrNull = (text: string | undefined) => (text === undefined || text === "-" ? null : day(text));

interface Traits {
  readonly lastName?: string;
  readonly kind?: "resident" | "protected";
}

/** Puts a written life in the register; where it says region 12 the person lives in the region that is given. */
export async function aPerson(written: WrittenLife, region: Pick<Region, "municipality">, traits: Traits = {}) {
  const { born, enrolled = [], lives = [`${born} 12`], exempt = [] } = written;
  const number = aStudentNumber();
  const { id } = await prisma.student.create({
    data: {
      numberHash: lookupHash("student-number", number),
      numberSealed: sealText(number),
      numberKind: "bsn",
      numberHint: number.slice(-3),
      firstName: "Robin",
      lastName: traits.lastName ?? "Veldman",
      birthDate: day(born),
      basicQualificationOn: dayOrNull(written.qualified),
      deceasedOn: dayOrNull(written.died),
      enrolments: { create: enrolled.map(enrolment) },
      residences: {
        create: lives.map((text) => {
          const [from = "", where = "-"] = text.split(" ");
          const here = where === "12";
          return {
            residentFrom: day(from),
            kind: here ? (traits.kind ?? "resident") : "abroad",
            municipalityCode: here ? region.municipality : null,
          };
        }),
      },
      exemptions: {
        create: exempt.map((text) => {
          const [article = "", from = "", until] = text.split(" ");
          return { article, validFrom: day(from), validUntil: dayOrNull(until) };
        }),
      },
    },
  });
  return { id, number };
}

function enrolment(text: string) {
  const [sector = "VO", brin = "", first = "", last, diploma = null] = text.split(" ");
  const location = brin === "none" ? "" : `${brin}00`;
  return {
    sector: sector as "VO",
    brin,
    locationCode: location,
    firstDay: day(first),
    lastDay: dayOrNull(last),
    diploma,
  };
}
