import { answer, type DeskCommand, exitStatus, Refusal, readArguments, WrongUse } from "@/bin/desk/command";
import { openDesk } from "@/lib/directory/commands/open-desk.server";
import { deskOrganisation } from "@/lib/directory/desk-organisation";
import {
  disableAccount,
  grantMandate,
  type Invited,
  invitePerson,
  startRecovery,
} from "@/lib/identity/commands/people.server";
import { invitationLink } from "@/lib/identity/invitation-link.server";
import { invitationInput, mandateInput } from "@/lib/identity/people-input";
import { findAccountId } from "@/lib/identity/queries.server";
import { systemViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";
import { NotFound, type Problem } from "@/lib/shared/problem";
import type { Result } from "@/lib/shared/result";

const viewer = systemViewer("command-line");
const text = { type: "string" } as const;

export const commands: readonly DeskCommand[] = [
  {
    words: ["user", "create"],
    usage: "user create --email E --name N --organisation CODE --role ROLE",
    summary: "Maakt een account met een rol en geeft een uitnodiging die één keer werkt, 72 uur lang.",
    run: async (args) => {
      const options = { email: text, name: text, organisation: text, role: text } as const;
      const { values } = readArguments(args, { options });
      const input = accepted(parseInput(invitationInput, values));
      if (input.organisation === deskOrganisation.code) await openDesk(viewer, now());
      return tell(invitePerson(viewer, input, now()));
    },
  },
  {
    words: ["user", "invite"],
    usage: "user invite E",
    summary: "Geeft een nieuwe uitnodiging: voor wie nog niet binnen was, of wachtwoord of telefoon kwijt is.",
    run: async (args) => tell(startRecovery(viewer, { accountId: await accountIn(args) }, now())),
  },
  {
    words: ["user", "disable"],
    usage: "user disable E",
    summary: "Sluit een account; alle sessies eindigen meteen.",
    run: async (args) => {
      const { accountId } = accepted(await disableAccount(viewer, { accountId: await accountIn(args) }, now()));
      await answer({ accountId, disabled: true });
      return exitStatus.done;
    },
  },
  {
    words: ["user", "mandate"],
    usage: "user mandate E --organisation CODE --role ROLE [--from DAY] [--until DAY]",
    summary: "Geeft iemand een rol bij een organisatie, of verandert de periode ervan.",
    run: async (args) => {
      const options = { organisation: text, role: text, from: text, until: text } as const;
      const { values, positionals } = readArguments(args, { options, allowPositionals: true });
      const input = accepted(parseInput(mandateInput, { ...values, accountId: await accountOf(positionals) }));
      const granted = accepted(await found(grantMandate(viewer, input, now())));
      await answer({ accountId: granted.accountId, organisation: input.organisation, role: input.role });
      return exitStatus.done;
    },
  },
];

async function tell(asked: Promise<Result<Invited>>) {
  const result = await found(asked);
  const { accountId, invitationId } = accepted(result);
  await answer({ invitation: invitationId === null ? null : invitationLink(invitationId), accountId });
  return exitStatus.done;
}

async function found<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotFound) throw new Refusal("Er is geen organisatie met deze code.");
    throw error;
  }
}

async function accountIn(args: readonly string[]): Promise<string> {
  return accountOf(readArguments(args, { allowPositionals: true }).positionals);
}

async function accountOf(positionals: readonly string[]): Promise<string> {
  const [email, ...more] = positionals;
  if (email === undefined || more.length > 0) throw new WrongUse("Geef één e-mailadres.");
  const id = await findAccountId(viewer, email);
  if (id === null) throw new Refusal(`Er is geen account met het e-mailadres ${email}.`);
  return id;
}

const sentences: Readonly<Record<string, string>> = {
  required: "is niet ingevuld",
  "email-invalid": "is geen e-mailadres",
  "name-invalid": "bevat tekens die niet in een naam horen",
  "role-unknown": "is geen rol van dit loket",
  "role-of-other-organisation": "hoort bij een ander soort organisatie",
  "date-invalid": "is geen dag (JJJJ-MM-DD)",
  "until-before-from": "ligt voor de begindag",
};

function accepted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Refusal(...result.problems.map(sentenceOf));
  return result.value;
}

function sentenceOf({ field, code, facts }: Problem): string {
  if (code === "mandate-held") {
    return (
      `--${field} heeft deze functie hier al, vanaf ${facts?.["since"]}. ` +
      "Verander die met user mandate, of geef met user invite een nieuwe uitnodiging."
    );
  }
  return `--${field ?? "?"} ${sentences[code] ?? `kan niet (${code})`}.`;
}
