import type { Life } from "@/lib/deliveries/life";
import { readLife } from "@/lib/deliveries/life";
import { calendarDate } from "@/lib/shared/calendar-date";

const day = (text: string) => calendarDate.parse(text);
const dayOrNull = (text: string | undefined) => (text === undefined || text === "-" ? null : day(text));

export interface WrittenLife {
  readonly born: string;
  /** "VO 00AH 2020-08-01 2026-10-09 vmbo": sector, institution, first day, last day ("-": still enrolled), diploma. */
  readonly enrolled?: readonly string[];
  /** "2006-03-14 12": from a day on in a region; "-" for abroad or unknown. */
  readonly lives?: readonly string[];
  /** "15 2026-01-01 -". */
  readonly exempt?: readonly string[];
  readonly qualified?: string;
  readonly died?: string;
  readonly twoNumbers?: boolean;
}

/** A life as it is written in a table of tests; lives in region 12 from birth unless said otherwise. */
export function writtenLife(written: WrittenLife) {
  const { born, enrolled = [], lives = [`${born} 12`], exempt = [] } = written;
  return readLife({
    birthDate: day(born),
    basicQualificationOn: dayOrNull(written.qualified),
    deceasedOn: dayOrNull(written.died),
    hasTwoNumbers: written.twoNumbers ?? false,
    enrolments: enrolled.map((text) => {
      const [sector = "", brin = "", first = "", last, diploma = null] = text.split(" ");
      return {
        sector,
        brin,
        locationCode: brin === "none" ? null : `${brin}00`,
        firstDay: day(first),
        lastDay: dayOrNull(last),
        programmeCode: null,
        level: null,
        exitReason: null,
        diploma,
      };
    }),
    homes: lives.map((text) => {
      const [from = "", region = "-"] = text.split(" ");
      return {
        from: day(from),
        municipalityCode: region === "-" ? null : "0153",
        regionNumber: region === "-" ? null : Number(region),
      };
    }),
    exemptions: exempt.map((text) => {
      const [article = "", from = "", until] = text.split(" ");
      return { article, from: day(from), until: dayOrNull(until) };
    }),
  });
}

export function lifeOf(written: WrittenLife): Life {
  return writtenLife(written).life;
}
