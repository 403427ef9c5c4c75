import { randomUUID } from "node:crypto";
import { loadavg } from "node:os";
import { prisma } from "@/lib/db/client.server";
import { formatWrittenDay } from "@/lib/i18n/format";
import { findAbsentViewer } from "@/lib/identity/absent-viewer.server";
import { beginImport } from "@/lib/reports/commands/begin-import.server";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import { sendImport } from "@/lib/reports/commands/send-import.server";
import { workOnImports } from "@/lib/reports/import/work.server";
import { reportInput } from "@/lib/reports/input";
import { prepareFiling } from "@/lib/reports/prepare-filing.server";
import { addDays } from "@/lib/shared/calendar-date";
import { now } from "@/lib/shared/clock";
import { studentNumbers } from "@/tests/bench/files";
import { rowsPerSheet } from "@/tests/bench/parts/sheet";

/** Brings a sheet with other students each time, has it checked and sent, when its parent says so. */
const organisationId = process.argv[2] ?? "";
const sheetCount = Number(process.argv[3]);
const singleCount = 500;
const numbers = studentNumbers(rowsPerSheet * sheetCount + singleCount);
const mandate = await prisma.mandate.findFirstOrThrow({ where: { organisationId, role: "reporter" } });
const reporter = await findAbsentViewer(mandate.id, now());
if (reporter === null) throw new Error("there is nobody to send reports");

function sheetOf(turn: number): Uint8Array {
  const day = formatWrittenDay(addDays(now().today, -7));
  const rows = numbers
    .slice(turn * rowsPerSheet, (turn + 1) * rowsPerSheet)
    .map((number) => `${number};Luxeverzuim;${day};${day};Vakantie;Belde zelf, kwam niet terug op onze mails`);
  return Buffer.from(["BSN;Soort verzuim;Eerste dag;Laatste dag;Reden;Toelichting", ...rows].join("\r\n"));
}

async function timed<Value>(work: () => Promise<Value>) {
  const began = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - began) / 1000 };
}

async function bring(turn: number) {
  if (reporter === null) throw new Error("there is nobody to send reports");
  const sheet = sheetOf(turn);
  const before = await prisma.report.count({ where: { organisationId } });
  const brought = await timed(() => beginImport(reporter, { bytes: sheet }, now()));
  if (!brought.value.ok) throw new Error(`the sheet was refused: ${JSON.stringify(brought.value.problems)}`);
  const { id } = brought.value.value;
  const checked = await timed(() => workOnImports(now));
  const sent = await timed(async () => {
    await sendImport(reporter, { id }, now());
    await workOnImports(now);
  });
  const filed = (await prisma.report.count({ where: { organisationId } })) - before;
  const [load = 0] = loadavg();
  const parts = { read: brought.seconds, check: checked.seconds, send: sent.seconds };
  return { ...parts, filed, load, total: parts.read + parts.check + parts.send };
}

/** The same without a sheet: each row is looked at, and then filed, before the next. Answers seconds per row. */
async function fileSingly(): Promise<number> {
  if (reporter === null) throw new Error("there is nobody to send reports");
  const singles = numbers.slice(rowsPerSheet * sheetCount);
  const location = await prisma.location.findFirstOrThrow({ where: { organisationId, enrolments: { some: {} } } });
  const day = addDays(now().today, -7);
  const { seconds } = await timed(async () => {
    for (const number of singles) {
      const input = reportInput.parse({
        school: { brin: location.brin, location: location.locationCode },
        student: { number },
        type: "holiday_truancy",
        firstDay: day,
        lastDay: day,
        reasonCode: "holiday",
        explanation: "Belde zelf, kwam niet terug op onze mails",
      });
      const id = randomUUID();
      await prepareFiling(reporter, input, now(), { submissionId: id, right: "report:file" });
      await fileReport(reporter, input, now(), { id, wasFound: true });
    }
  });
  return seconds / singles.length;
}

let turn = 0;
// Between two measurements nothing else keeps it running: idle connections do not.
process.channel?.ref();
process.on("message", (wish) => {
  if (wish === "singly") {
    void fileSingly().then((seconds) => process.send?.(seconds));
    return;
  }
  const next = turn;
  turn += 1;
  void bring(next).then((result) => process.send?.(result));
});
process.send?.(0);
