import { addDays, momentAt } from "@/lib/shared/calendar-date";
import type { PlannedTalk } from "./talks";

interface TalkEntry {
  readonly talk: Pick<PlannedTalk, "eventId" | "on" | "time">;
  /** What it is and which report it is about; it names no student. */
  readonly summary: string;
  /** Where the report is read, after signing in. */
  readonly link: string;
  readonly madeAt: Date;
}

const talkMinutes = 60;
const lineOctets = 73;

/** A talk for a calendar (RFC 5545). Calendars are shared: it says when, and which report, and nothing of anybody. */
export function talkCalendar({ talk, summary, link, madeAt }: TalkEntry): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Verzuimloket//NL",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${talk.eventId}@verzuimloket`,
    `DTSTAMP:${stamp(madeAt)}`,
    ...whenLines(talk),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(link)}`,
    `URL:${link}`,
    "CLASS:PRIVATE",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function whenLines({ on, time }: TalkEntry["talk"]): readonly string[] {
  const start = time === null ? null : momentAt(on, time);
  if (start !== null) {
    return [`DTSTART:${stamp(start)}`, `DTEND:${stamp(new Date(start.getTime() + talkMinutes * 60_000))}`];
  }
  return [`DTSTART;VALUE=DATE:${plain(on)}`, `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`];
}

const plain = (day: string) => day.replaceAll("-", "");
const stamp = (moment: Date) => `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, "\\n");
}

/** A line of more than 75 octets goes on in the next one, after a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > lineOctets) {
      parts.push(part);
      part = "";
    }
    part += sign;
  }
  return [...parts, part].join("\r\n ");
}
