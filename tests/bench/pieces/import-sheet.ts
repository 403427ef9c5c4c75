import { loadavg } from "node:os";
import { prisma } from "@/lib/db/client.server";
import { formatWrittenDay } from "@/lib/i18n/format";
import { findAbsentViewer } from "@/lib/identity/absent-viewer.server";
import { beginImport } from "@/lib/reports/commands/begin-import.server";
import { sendImport } from "@/lib/reports/commands/send-import.server";
import { workOnImports } from "@/lib/reports/import/work.server";
import { addDays } from "@/lib/shared/calendar-date";
import { now } from "@/lib/shared/clock";
import { studentNumbers } from "@/tests/bench/files";
import { rowsPerSheet } from "@/tests/bench/parts/sheet";

/** Brings a sheet with other students each time, has it checked and sent, when its parent says so. */
const organisationId = process.argv[2] ?? "";
const sheetCount = Number(process.argv[3]);
const numbers = studentNumbers(rowsPerSheet * sheetCount);
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

let turn = 0;
// Between two measurements nothing else keeps it running: idle connections do not.
process.channel?.ref();
process.on("message", () => {
  const next = turn;
  turn += 1;
  void bring(next).then((result) => process.send?.(result));
});
process.send?.(0);
