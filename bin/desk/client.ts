import { answer, type DeskCommand, exitStatus, Refusal, readArguments, WrongUse } from "@/bin/desk/command";
import { clientInput, createClient } from "@/lib/couplings/commands/create-client.server";
import { scopes, systemViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";

const create: DeskCommand = {
  words: ["client", "create"],
  usage: "client create --organisation CODE --scope SCOPE…",
  summary: `Maakt een koppeling voor een school of kantoor; het clientSecret wordt één keer getoond. Scopes: ${scopes.join(" ")}.`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      allowPositionals: true,
      options: { organisation: { type: "string" }, scope: { type: "string", multiple: true } },
    });
    const { organisation, scope = [] } = values;
    if (organisation === undefined || scope.length === 0) throw new WrongUse("Noem een organisatie en een scope.");
    // The scopes may follow one --scope, or stand behind one each.
    const asked = [...scope, ...positionals].flatMap((text) => text.split(",")).filter((text) => text !== "");
    const input = clientInput.safeParse({ organisation, scopes: asked });
    if (!input.success) throw new WrongUse(`Kies scopes uit: ${scopes.join(" ")}.`);
    const created = await createClient(systemViewer("command-line"), input.data, now());
    if (!created.ok) throw new Refusal(...created.problems.map((problem) => sentenceOf(problem, organisation)));
    await answer(created.value);
    return exitStatus.done;
  },
};

export const commands = [create];

function sentenceOf({ code, facts }: Problem, organisation: string): string {
  if (code === "organisation-unknown") return `Er is geen organisatie met code ${organisation}.`;
  if (code === "organisation-has-no-clients") return "Alleen een school of een kantoor kan een koppeling hebben.";
  if (code === "scope-not-fitting") {
    return `De scope ${facts?.["scope"]} kan ${organisation} nooit gebruiken. Kies uit: ${facts?.["fitting"]}.`;
  }
  return code;
}
