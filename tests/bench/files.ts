import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { home } from "@/tests/bench/cluster";

/** Invented people and schools, always the same: the number of a row says everything about it. */

const weights = [9, 8, 7, 6, 5, 4, 3, 2] as const;

/** A number that passes the eleven-test; rows are spread over them so that no two are alike. */
function numbersFrom(first: number): () => string {
  let next = first;
  return () => {
    for (;;) {
      next += 1;
      const digits = String(next);
      const check = weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
      if (check < 10) return `${digits}${check}`;
    }
  };
}

export const locationCount = 400;
export const locationsPerSchool = 4;

export interface Location {
  readonly brin: string;
  readonly code: string;
}

export function locationOf(student: number): Location {
  const location = student % locationCount;
  const brin = `${String(Math.floor(location / locationsPerSchool)).padStart(2, "0")}ZB`;
  return { brin, code: `${brin}${String(location % locationsPerSchool).padStart(2, "0")}` };
}

export const schoolOf = (student: number) => Math.floor((student % locationCount) / locationsPerSchool);

export function studentNumbers(count: number): readonly string[] {
  const next = numbersFrom(10_000_000);
  return Array.from({ length: count }, next);
}

/** The study's skew: one municipality in twenty has half of the students. */
export function homeOf(student: number, municipalities: readonly string[]): string {
  const busy = Math.ceil(municipalities.length / 20);
  const turn = Math.floor(student / 2);
  const at = student % 2 === 0 ? turn % busy : busy + (turn % (municipalities.length - busy));
  return municipalities[at] ?? "";
}

export async function writeFileOf(name: string, header: string, lines: Iterable<string>): Promise<string> {
  const file = path.join(home, "files", name);
  await mkdir(path.dirname(file), { recursive: true });
  await pipeline(Readable.from(chunksOf(header, lines)), createWriteStream(file));
  return file;
}

function* chunksOf(header: string, lines: Iterable<string>): Generator<string> {
  let text = `${header}\n`;
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = "";
  }
  yield text;
}

/** An office in each municipality, and regional points that have those of eighteen and over: 400 in all. */
export function* officeLines(municipalities: readonly string[]): Generator<string> {
  for (const [at, code] of municipalities.entries()) {
    for (const regime of ["compulsory", "qualification"]) {
      yield `LP${code},Leerplicht ${code},municipal,${code},${regime},2009-08-01,post@${code}.example,`;
    }
    const point = at % regionalPoints;
    yield `RP${point},Doorstroompunt ${point},regional,${code},over_18,2009-08-01,post@rp${point}.example,${1 + (point % 40)}`;
  }
}
const regionalPoints = 58;
export const officeHeader = "code,name,kind,municipality_code,regime,valid_from,email,region_number";

export function* schoolLines(municipalities: readonly string[]): Generator<string> {
  for (let location = 0; location < locationCount; location++) {
    const { brin, code } = locationOf(location);
    const place = municipalities[(schoolOf(location) * 3) % municipalities.length];
    yield `VO,${brin},${code},College ${code},Schoolstraat 1,1234AB,Plaats,${place}`;
  }
}
export const schoolHeader = "sector,brin,location_code,name,street,postcode,city,municipality_code";

export function* studentLines(numbers: readonly string[], municipalities: readonly string[]): Generator<string> {
  for (const [student, number] of numbers.entries()) {
    const born = `${2009 + (student % 5)}-0${1 + (student % 9)}-${10 + (student % 18)}`;
    const who = `${number},Sami${student % 977},de,Boer${student % 7919},${born},resident`;
    yield `${who},${homeOf(student, municipalities)},Dorpsstraat,${1 + (student % 240)},,Plaats,${born}`;
    if (student % 10 !== 0) continue;
    // Somebody in ten moved, and lived elsewhere before.
    yield `${who},${homeOf(student + 100, municipalities)},Dorpsstraat,${1 + (student % 240)},,Plaats,${born.slice(0, 4)}-01-01`;
  }
}
export const studentHeader =
  "student_number,first_name,prefix,last_name,birth_date,residence_kind,municipality_code,street,house_number,postcode,city,resident_from";

export function* enrolmentLines(numbers: readonly string[]): Generator<string> {
  for (const [student, number] of numbers.entries()) {
    const { brin, code } = locationOf(student);
    yield `${number},VO,${brin},${code},3B,2024-08-01`;
  }
}
export const enrolmentHeader = "student_number,sector,brin,location_code,group,first_day";
