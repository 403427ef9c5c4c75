import { expect, test, vi } from "vitest";
import { commands } from "@/bin/desk/user";
import { prisma } from "@/lib/db/client.server";
import { readInvitation } from "@/lib/identity/entry/invitation.server";
import { now } from "@/lib/shared/clock";
import { truncateAll } from "@/tests/support/database";
import { organisation, person, sessionOf } from "./world";

/** What the command wrote for machines, or the sentences of its refusal. */
async function desk(...args: readonly string[]): Promise<unknown> {
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    const command = commands.find(({ words }) => words.every((word, index) => args[index] === word));
    if (command === undefined) throw new Error("no such command");
    await command.run(args.slice(command.words.length));
    return JSON.parse(String(written.mock.calls[0]?.[0]));
  } catch (error) {
    return error instanceof Error && error.name === "Refusal" ? error.message : Promise.reject(error);
  } finally {
    written.mockRestore();
  }
}

const administrator = ["--organisation", "LOKET", "--role", "administrator"];

test("an empty desk gets its first administrator, who comes in by the link", async () => {
  await truncateAll();
  const answer = await desk("user", "create", "--email", "Eerste@Loket.example", "--name", "Eerste", ...administrator);
  const { invitation } = Object(answer);
  const opened = await readInvitation(new URL(invitation).pathname.split("/").at(-1) ?? "", now());
  expect(opened).toMatchObject({ email: "eerste@loket.example", organisations: ["Verzuimloket"], needsFactor: true });
  expect(await prisma.organisation.count()).toBe(1);
});

test("what is wrong is said for each option, and nothing is written", async () => {
  const school = await organisation("school");
  const accounts = await prisma.account.count();
  const given = ["--email", "fout", "--name", "", "--organisation", school.code, "--role", "baas"];
  expect(await desk("user", "create", ...given)).toBe(
    "--email is geen e-mailadres.\n--name is niet ingevuld.\n--role is geen rol van dit loket.",
  );
  const officer = ["--email", "a@school.example", "--name", "A", "--organisation", school.code, "--role", "officer"];
  expect(await desk("user", "create", ...officer)).toBe("--role hoort bij een ander soort organisatie.");
  const nowhere = ["--email", "a@school.example", "--name", "A", "--organisation", "NIETS", "--role", "reader"];
  expect(await desk("user", "create", ...nowhere)).toBe("Er is geen organisatie met deze code.");
  expect(await desk("user", "disable", "nobody@school.example")).toMatch(/geen account/);
  expect(await prisma.account.count()).toBe(accounts);
});

test("who has the function already keeps it, and the answer says how to change it or to invite again", async () => {
  const school = await organisation("school");
  const somebody = await person(school.id, { from: "2010-08-01" });
  const given = ["--email", somebody.email, "--name", "A", "--organisation", school.code, "--role", "reporter"];
  expect(await desk("user", "create", ...given)).toMatch(
    /^--email heeft deze functie hier al, vanaf 2010-08-01\. .*user mandate.*user invite/,
  );
  const kept = await prisma.mandate.findUnique({ where: { id: somebody.mandateId } });
  expect(kept).toMatchObject({ validFrom: new Date("2010-08-01"), grantedBy: "test" });
});

test("a closed account has no session left, and is opened again by a new invitation only", async () => {
  const school = await organisation("school");
  const somebody = await person(school.id);
  await sessionOf(somebody, now());
  await desk("user", "disable", somebody.email);
  expect(await prisma.session.count({ where: { accountId: somebody.id } })).toBe(0);
  expect(await desk("user", "invite", somebody.email)).toHaveProperty("invitation");
  expect((await prisma.account.findUnique({ where: { id: somebody.id } }))?.disabledAt).toBeNull();
});

test("a function is given for a period", async () => {
  const school = await organisation("school");
  const somebody = await person(school.id);
  const period = ["--from", "2026-09-01", "--until", "2027-07-31"];
  await desk("user", "mandate", somebody.email, "--organisation", school.code, "--role", "reader", ...period);
  const mandate = await prisma.mandate.findFirst({ where: { accountId: somebody.id, role: "reader" } });
  expect(mandate).toMatchObject({ validFrom: new Date("2026-09-01"), validUntil: new Date("2027-07-31") });
  expect(mandate?.grantedBy).toBe("command-line");
});
