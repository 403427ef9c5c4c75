import { answer, type DeskCommand, exitStatus, Refusal, readArguments, say, WrongUse } from "@/bin/desk/command";
import { listAreaMoves, tryAreaMove } from "@/lib/casework/queries/area-moves.server";
import { systemViewer } from "@/lib/identity/viewer";
import { areaMoveChoice } from "@/lib/routing/area-move-choice";
import { now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";

const viewer = systemViewer("command-line");
const text = { type: "string" } as const;

const list: DeskCommand = {
  words: ["areas", "list"],
  usage: "areas list",
  summary: "Noemt de gemeenten die veranderen, met hun open meldingen.",
  async run(args) {
    readArguments(args, {});
    for (const line of await listAreaMoves(viewer, now())) await answer(line);
    return exitStatus.done;
  },
};

const dryRun: DeskCommand = {
  words: ["areas", "try"],
  usage: "areas try --code CODE --on YYYY-MM-DD",
  summary: "Zegt welke open meldingen met een gemeente zouden verhuizen. Er verandert niets.",
  async run(args) {
    const { code, on } = readArguments(args, { options: { code: text, on: text } }).values;
    const choice = areaMoveChoice.safeParse({ oldCode: code, effectiveOn: on });
    if (!choice.success) throw new WrongUse("Geef een code van vier cijfers en een dag als 2027-01-01.");
    try {
      const { lines, movesCount, staysCount, hiddenCount } = await tryAreaMove(viewer, now(), choice.data);
      for (const line of lines) await answer(line);
      say(
        `${movesCount} verhuizen, ${staysCount} blijven; ${hiddenCount} met een beschermd adres staan niet in de lijst.`,
      );
      return exitStatus.done;
    } catch (error) {
      if (error instanceof NotFound) throw new Refusal("Op die dag verandert er geen gemeente met deze code.");
      throw error;
    }
  },
};

export const commands: readonly DeskCommand[] = [list, dryRun];
