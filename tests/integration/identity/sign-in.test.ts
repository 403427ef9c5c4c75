import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { finishSignIn, signIn } from "@/lib/identity/entry/sign-in.server";
import { newId } from "@/lib/shared/ids";
import { device, later, morning, organisation, password, person, setDemo } from "./world";

beforeEach(async () => {
  await setDemo(false);
  await prisma.attempt.deleteMany();
});

const school = async () => (await organisation("school")).id;
const refused = (code: string) => ({ kind: "refused", problem: expect.objectContaining({ code }) });

describe("who is not let in", () => {
  test("a wrong password, an unknown address and a closed account get the same words", async () => {
    const somebody = await person(await school());
    const closed = await person(await school());
    await prisma.account.update({ where: { id: closed.id }, data: { disabledAt: morning.at } });
    const answers = [
      await signIn({ email: somebody.email, password: "something else" }, device(), morning),
      await signIn({ email: "nobody@example.test", password }, device(), morning),
      await signIn({ email: closed.email, password }, device(), morning),
    ];
    expect(answers).toEqual(answers.map(() => ({ kind: "refused", problem: { code: "sign-in-refused" } })));
  });

  test("an account that was invited but never activated", async () => {
    const email = `${newId()}@example.test`;
    await prisma.account.create({ data: { id: newId(), email, name: "Nieuw" } });
    expect(await signIn({ email, password: "" }, device(), morning)).toEqual(refused("sign-in-refused"));
  });

  test("the password alone opens nothing: the code is asked for", async () => {
    const somebody = await person(await school());
    const outcome = await signIn({ email: somebody.email, password }, device(), morning);
    expect(outcome.kind).toBe("code-needed");
    expect(await prisma.session.count({ where: { accountId: somebody.id } })).toBe(0);
  });

  test("an account without a second step, outside a demo", async () => {
    const somebody = await person(await school(), { factor: "none" });
    const outcome = await signIn({ email: somebody.email, password }, device(), morning);
    expect(outcome).toEqual(refused("second-factor-missing"));
    expect(await prisma.session.count({ where: { accountId: somebody.id } })).toBe(0);
  });

  test("somebody whose mandates have all ended", async () => {
    const somebody = await person(await school(), { until: "2026-04-22" });
    const credentials = { email: somebody.email, password, code: somebody.codeAt(morning) };
    expect(await signIn(credentials, device(), morning)).toEqual(refused("no-mandate"));
  });

  test("a code that was used once, also by two at the same moment", async () => {
    const somebody = await person(await school());
    const credentials = { email: somebody.email, password, code: somebody.codeAt(morning) };
    const both = await Promise.all([signIn(credentials, device(), morning), signIn(credentials, device(), morning)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["refused", "signed-in"]);
    expect(await signIn(credentials, device(), morning)).toEqual(refused("code-refused"));
  });

  test("a code of three steps ago", async () => {
    const somebody = await person(await school());
    const credentials = { email: somebody.email, password, code: somebody.codeAt(morning, -90) };
    expect(await signIn(credentials, device(), morning)).toEqual(refused("code-refused"));
  });

  test("a first step of more than ten minutes ago, of another password, or made up", async () => {
    const somebody = await person(await school());
    const outcome = await signIn({ email: somebody.email, password }, device(), morning);
    if (outcome.kind !== "code-needed") throw new Error("a code is needed");
    const late = later(morning, 601);
    expect(await finishSignIn(outcome.half, somebody.codeAt(late), device(), late)).toEqual(refused("sign-in-again"));
    expect(await finishSignIn("made.up.by.me", "123456", device(), morning)).toEqual(refused("sign-in-again"));
    await prisma.account.update({ where: { id: somebody.id }, data: { passwordHash: "another" } });
    expect(await finishSignIn(outcome.half, somebody.codeAt(morning), device(), morning)).toEqual(
      refused("sign-in-again"),
    );
  });
});

describe("who guesses", () => {
  test("fifty wrong passwords: ever longer waits, no lock, and the right one works after the wait", async () => {
    const somebody = await person(await school());
    const guess = (at: typeof morning) => signIn({ email: somebody.email, password: "wrong" }, device(), at);
    let at = morning;
    let waited = 0;
    for (let count = 0; count < 50; count++) {
      let outcome = await guess(at);
      if (outcome.kind === "refused" && outcome.problem.code === "sign-in-wait") {
        const seconds = Number(outcome.problem.facts?.["seconds"]);
        waited += seconds;
        at = later(at, seconds);
        outcome = await guess(at);
      }
      expect(outcome).toEqual(refused("sign-in-refused"));
    }
    expect(waited).toBeGreaterThan(3600);
    const soon = later(at, 300);
    const credentials = { email: somebody.email, password, code: somebody.codeAt(soon) };
    expect((await signIn(credentials, device(), soon)).kind).toBe("signed-in");
  }, 60_000);

  test("a hundred guesses at once are a hundred guesses", async () => {
    const somebody = await person(await school());
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () => signIn({ email: somebody.email, password: "wrong" }, device(), morning)),
    );
    const looked = outcomes.filter((one) => one.kind === "refused" && one.problem.code === "sign-in-refused");
    expect(looked).toHaveLength(3);
  }, 60_000);

  test("a stranger elsewhere cannot keep somebody out of the browser that he uses", async () => {
    const somebody = await person(await school());
    const first = await signIn({ email: somebody.email, password, code: somebody.codeAt(morning) }, device(), morning);
    if (first.kind !== "signed-in") throw new Error("signed in");
    for (let network = 0; network < 25; network++) {
      await signIn({ email: somebody.email, password: "wrong" }, device({ network: `198.51.100.${network}` }), morning);
    }
    const at = later(morning, 31);
    const credentials = { email: somebody.email, password, code: somebody.codeAt(at) };
    await signIn({ email: somebody.email, password: "wrong" }, device({ network: "203.0.113.1" }), at);
    expect(await signIn(credentials, device({ network: "203.0.113.2" }), at)).toEqual(refused("sign-in-wait"));
    expect((await signIn(credentials, device({ mark: first.deviceMark }), at)).kind).toBe("signed-in");
  }, 60_000);

  test("the mark of another browser, or of another person, is no mark", async () => {
    const somebody = await person(await school());
    const other = await person(await school());
    const code = other.codeAt(morning);
    const signedIn = await signIn({ email: other.email, password, code }, device(), morning);
    if (signedIn.kind !== "signed-in") throw new Error("signed in");
    const guess = () =>
      signIn({ email: somebody.email, password: "wrong" }, device({ mark: signedIn.deviceMark }), morning);
    for (let count = 0; count < 3; count++) await guess();
    expect(await guess()).toEqual(refused("sign-in-wait"));
  });

  test("codes cannot be tried out either", async () => {
    const somebody = await person(await school());
    const outcome = await signIn({ email: somebody.email, password }, device(), morning);
    if (outcome.kind !== "code-needed") throw new Error("a code is needed");
    for (let count = 0; count < 5; count++) {
      expect(await finishSignIn(outcome.half, "000000", device(), morning)).toEqual(refused("code-refused"));
    }
    expect(await finishSignIn(outcome.half, "000000", device(), morning)).toEqual(refused("sign-in-wait"));
  });

  test("no address that was tried can be read from the table", async () => {
    await signIn({ email: "somebody@example.test", password: "wrong" }, device(), morning);
    const rows = JSON.stringify(await prisma.attempt.findMany());
    expect(rows).not.toContain("somebody");
    expect(rows).not.toContain("192.0.2.7");
  });
});

describe("who is let in", () => {
  test("password and code, in two steps; the address in other letters and with spaces", async () => {
    const somebody = await person(await school());
    const first = await signIn({ email: ` ${somebody.email.toUpperCase()} `, password }, device(), morning);
    if (first.kind !== "code-needed") throw new Error("a code is needed");
    const second = await finishSignIn(first.half, somebody.codeAt(morning), device(), morning);
    expect(second).toMatchObject({ kind: "signed-in", session: { computer: "own" } });
    const session = await prisma.session.findFirstOrThrow({ where: { accountId: somebody.id } });
    expect(session).toMatchObject({ factors: 2, device: "Firefox, Linux" });
  });

  test("the code of the step before is taken: telephones run behind", async () => {
    const somebody = await person(await school());
    const credentials = { email: somebody.email, password, code: somebody.codeAt(morning, -30) };
    expect((await signIn(credentials, device(), morning)).kind).toBe("signed-in");
  });

  test("after eleven months without a visit, as if it were yesterday", async () => {
    const somebody = await person(await school());
    const muchLater = later(morning, 334 * 86_400);
    const credentials = { email: somebody.email, password, code: somebody.codeAt(muchLater) };
    expect((await signIn(credentials, device(), muchLater)).kind).toBe("signed-in");
  });

  test("in a demo the password is enough", async () => {
    await setDemo(true);
    const somebody = await person(await school(), { factor: "none" });
    expect((await signIn({ email: somebody.email, password }, device(), morning)).kind).toBe("signed-in");
  });

  test("the access log tells of both who was let in and who was not, without a password or an address", async () => {
    const somebody = await person(await school());
    await signIn({ email: somebody.email, password: "wrong" }, device(), morning);
    await signIn({ email: somebody.email, password, code: somebody.codeAt(morning) }, device(), morning);
    const rows = await prisma.auditEntry.findMany({ where: { objectId: somebody.id }, orderBy: { id: "asc" } });
    expect(rows.map(({ action, result }) => `${action} ${result}`)).toEqual([
      "session:start refused",
      "session:start done",
    ]);
    expect(JSON.stringify(rows)).not.toContain(somebody.email);
  });
});
