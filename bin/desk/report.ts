import { answer, type DeskCommand, exitStatus, Refusal, readArguments, WrongUse } from "@/bin/desk/command";
import { systemViewer } from "@/lib/identity/viewer";
import { findReport } from "@/lib/reports/queries.server";
import { now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";

const show: DeskCommand = {
  words: ["report", "show"],
  usage: "report show REFERENCE",
  summary: "Laat een melding zien, met haar verloop, zoals het systeem haar ziet.",
  async run(args) {
    const { positionals } = readArguments(args, { allowPositionals: true });
    const [reference, ...rest] = positionals;
    if (reference === undefined || rest.length > 0) throw new WrongUse("Geef één kenmerk.");
    try {
      await answer(await findReport(systemViewer("command-line"), now(), reference));
      return exitStatus.done;
    } catch (error) {
      if (error instanceof NotFound) throw new Refusal("Er is geen melding met dit kenmerk.");
      throw error;
    }
  },
};

export const commands: readonly DeskCommand[] = [show];
