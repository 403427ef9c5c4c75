import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, test } from "vitest";
import { GET as getFile } from "@/app/api/v1/deliveries/[id]/files/[name]/route";
import { GET as getDelivery } from "@/app/api/v1/deliveries/[id]/route";
import { GET as getDeliveries } from "@/app/api/v1/deliveries/route";
import { deliveriesAnswer, wholeDeliveryAnswer } from "@/lib/couplings/delivery-answers";
import { prisma } from "@/lib/db/client.server";
import { askAgain, askSnapshot } from "@/lib/deliveries/commands/ask-delivery.server";
import { markPerson } from "@/lib/deliveries/commands/mark-person.server";
import { takeFile } from "@/lib/deliveries/commands/take-file.server";
import { snapshotInput } from "@/lib/deliveries/inputs";
import type { Mark } from "@/lib/deliveries/marks";
import { planDeliveries } from "@/lib/deliveries/plan.server";
import { produceDeliveries } from "@/lib/deliveries/produce.server";
import { countSnapshot, findDelivery, findSnapshotChoices } from "@/lib/deliveries/queries/delivery.server";
import { hasDeliveries, listDeliveries, listNews } from "@/lib/deliveries/queries.server";
import { readFile } from "@/lib/deliveries/store.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { type Now, nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { aToken } from "@/tests/support/api";
import { truncateAll } from "@/tests/support/database";
import type { WrittenLife } from "@/tests/support/lives";
import { aPerson, aRegion, type Region } from "@/tests/support/region";
import { deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";

const monday: Now = nowAt(new Date("2026-11-02T06:00:00Z"));
const october: Now = nowAt(new Date("2026-10-05T06:00:00Z"));
const december: Now = nowAt(new Date("2026-12-01T06:00:00Z"));
const leaver: WrittenLife = { born: "2006-03-14", enrolled: ["MBO 27YU 2024-08-01 2026-10-09"] };

let region: Region;
let id: string;
let personId: string;
let strangers: readonly (readonly [string, PersonViewer])[];

beforeEach(async () => {
  await truncateAll();
  region = await aRegion();
  const elsewhere = await aRegion();
  personId = (await aPerson(leaver, region)).id;
  await make(monday);
  id = await balanceOf("2026-10-01");
  strangers = [
    ["a coordinator of another region", elsewhere.coordinator],
    ["an officer of the regional point", officerOf(region.officeId)],
    ["an analyst of the regional point", officerOf(region.officeId, { role: "analyst" })],
    ["a reporter", reporterOf(randomUUID())],
    ["the functional administrator", deskPerson("administrator")],
    ["an auditor", deskPerson("auditor")],
  ];
});

async function make(now: Now) {
  await planDeliveries(now);
  await produceDeliveries(now);
}

async function balanceOf(from: string, version = 1) {
  const where = { dataset: "monthly-balance", regionNumber: region.number, periodFrom: new Date(from), version };
  return (await prisma.delivery.findFirstOrThrow({ where })).id;
}

const wish = snapshotInput.parse({ day: "1-10-2026", ageFrom: "12", ageUntil: "26", purpose: "Jaarplan" });

async function traces() {
  const [deliveries, receipts, marks, reads] = await Promise.all([
    prisma.delivery.count(),
    prisma.deliveryReceipt.count(),
    prisma.deliveryMark.count(),
    prisma.auditEntry.count({ where: { objectKind: { in: ["delivery", "student"] } } }),
  ]);
  return { deliveries, receipts, marks, reads };
}

const attempts: Readonly<Record<string, (viewer: PersonViewer) => Promise<unknown>>> = {
  listNews: async (viewer) => (viewer.kind === "office" ? listNews(viewer, monday) : Promise.reject(new NotFound("x"))),
  findDelivery: (viewer) => findDelivery(viewer, monday, { id, class: null, done: null, cursor: undefined }),
  takeFile: (viewer) => takeFile(viewer, { id, name: "levering.zip" }, monday),
  askAgain: (viewer) => askAgain(viewer, { id }, monday),
  markPerson: (viewer) => markPerson(viewer, { id, student: personId, mark: "approached", row: 0 }, monday),
};

describe.each(Object.keys(attempts))("%s", (name) => {
  test("finds nothing for whoever has nothing to do with the region, and leaves no trace", async () => {
    for (const [who, viewer] of strangers) {
      const isOtherCoordinator = viewer.kind === "office" && viewer.role === "coordinator";
      if (name === "listNews" && isOtherCoordinator) continue;
      const before = await traces();
      const outcome = await attempts[name]?.(viewer).then(
        () => "answered",
        (error: unknown) => error,
      );
      expect.soft(outcome instanceof NotFound || outcome instanceof NotAllowed, `${name} for ${who}`).toBe(true);
      expect.soft(await traces(), `${name} for ${who}`).toEqual(before);
    }
  });
});

test("a list and a count hold only the own region", async () => {
  for (const [who, viewer] of strangers) {
    const isCoordinator = viewer.kind === "office" && viewer.role === "coordinator";
    if (!isCoordinator) {
      await expect.soft(listDeliveries(viewer, monday), who).rejects.toBeInstanceOf(NotFound);
      await expect.soft(countSnapshot(viewer, wish, monday), who).rejects.toBeInstanceOf(NotFound);
      continue;
    }
    const { lines } = await listDeliveries(viewer, monday);
    expect.soft(lines.map((line) => line.id)).not.toContain(id);
    expect.soft(await countSnapshot(viewer, wish, monday), who).toMatchObject({ value: 0 });
  }
});

test("only whoever has a list of deliveries is led to one", async () => {
  expect(await hasDeliveries(region.coordinator)).toBe(true);
  const { municipal } = await aMunicipalOffice();
  for (const viewer of [municipal, officerOf(region.officeId), reporterOf(randomUUID()), deskPerson("auditor")]) {
    expect.soft(await hasDeliveries(viewer), viewer.role).toBe(false);
    await expect.soft(listDeliveries(viewer, monday), viewer.role).rejects.toBeInstanceOf(NotFound);
  }
});

async function aMunicipalOffice() {
  const officeId = randomUUID();
  await prisma.organisation.create({ data: { id: officeId, code: officeId, kind: "office", name: "Gemeente" } });
  await prisma.office.create({ data: { id: officeId, email: "post@gemeente.example" } });
  return { municipal: officerOf(officeId, { role: "coordinator" }) };
}

test("who takes a file is written down before it leaves, and it is no news any more", async () => {
  const { coordinator } = region;
  expect((await listNews(coordinator, monday)).map((one) => one.id)).toContain(id);
  const taken = await takeFile(coordinator, { id, name: "levering.zip" }, monday);
  expect(taken.ok).toBe(true);
  const receipt = await prisma.deliveryReceipt.findFirstOrThrow({ where: { deliveryId: id } });
  expect(receipt).toMatchObject({ accountId: coordinator.accountId, takenBy: coordinator.name });
  const log = await prisma.auditEntry.findFirst({ where: { action: "delivery:take", objectId: id } });
  expect(log).toMatchObject({ objectCount: 1, actorId: coordinator.accountId });
  expect((await listNews(coordinator, monday)).map((one) => one.id)).not.toContain(id);
});

test("of each kind only the newest is marked as new, until it is taken", async () => {
  const own = await aRegion();
  await aPerson(leaver, own);
  await make(october);
  await make(monday);
  const balances = async () => {
    const { lines } = await listDeliveries(own.coordinator, monday);
    return lines.filter(({ dataset }) => dataset === "monthly-balance");
  };
  const [newest, ...older] = await balances();
  expect(newest?.isNews).toBe(true);
  expect(older.length).toBeGreaterThan(0);
  expect(older.filter(({ isNews }) => isNews)).toEqual([]);
  await takeFile(own.coordinator, { id: newest?.id ?? "", name: "levering.zip" }, monday);
  expect((await balances()).filter(({ isNews }) => isNews)).toEqual([]);
  const told = await listNews(own.coordinator, monday);
  expect(told.filter(({ id: one }) => older.some(({ id: old }) => old === one))).toEqual([]);
});

test("the whole is a ZIP with everything in it, the same each time", async () => {
  const read = async () => {
    const taken = await takeFile(region.coordinator, { id, name: "levering.zip" }, monday);
    if (!taken.ok) throw new Error("the file was refused");
    const parts: Uint8Array[] = [];
    for await (const part of taken.value.bytes) parts.push(part);
    return Buffer.concat(parts);
  };
  const [one, other] = [await read(), await read()];
  expect(one.subarray(0, 2).toString()).toBe("PK");
  expect(one.equals(other)).toBe(true);
  for (const name of ["manifest.json", "SHA256SUMS", "oktober 2026.xlsx"]) expect(one.includes(name)).toBe(true);
});

test("many persons at once are for whoever showed a short while ago who he is", async () => {
  const stored = await prisma.delivery.findUniqueOrThrow({ where: { id } });
  const counts = JSON.parse(JSON.stringify(stored.counts));
  await prisma.delivery.update({ where: { id }, data: { counts: { ...counts, persons: 201 } } });
  const late = nowAt(new Date(region.coordinator.authenticatedAt.getTime() + 16 * 60_000));
  const soon = nowAt(new Date(region.coordinator.authenticatedAt.getTime() + 14 * 60_000));
  const before = await prisma.deliveryReceipt.count();
  expect(await takeFile(region.coordinator, { id, name: "levering.zip" }, late)).toMatchObject({
    ok: false,
    problems: [{ code: "step-up-needed" }],
  });
  expect(await prisma.deliveryReceipt.count()).toBe(before);
  expect((await takeFile(region.coordinator, { id, name: "levering.zip" }, soon)).ok).toBe(true);
  await prisma.delivery.update({ where: { id }, data: { counts } });
});

test("a file that is not there is not found, whatever its name tries", async () => {
  for (const name of ["../../etc/passwd", "con", "\u202Egpj.exe", ""]) {
    await expect(takeFile(region.coordinator, { id, name }, monday)).rejects.toBeInstanceOf(NotFound);
  }
});

test("what is made again is a new version, and what was delivered stays as it was", async () => {
  const files = await prisma.deliveryFile.findMany({ where: { deliveryId: id }, orderBy: { name: "asc" } });
  const asked = await askAgain(region.coordinator, { id }, monday);
  expect(asked.ok).toBe(true);
  await produceDeliveries(monday);
  const again = await prisma.delivery.findUniqueOrThrow({ where: { id: await balanceOf("2026-10-01", 2) } });
  expect(again).toMatchObject({ status: "ready", version: 2 });
  expect(await prisma.deliveryFile.findMany({ where: { deliveryId: id }, orderBy: { name: "asc" } })).toEqual(files);
});

test("what is still being made is not asked for again, and what was made last stands on top, whatever its period", async () => {
  const { coordinator } = region;
  const order = async () => (await listDeliveries(coordinator, december)).lines.map((line) => line.id);
  await make(december);
  const november = await balanceOf("2026-11-01");
  const asked = await askAgain(coordinator, { id }, nowAt(new Date("2026-12-01T07:00:00Z")));
  if (!asked.ok) throw new Error("refused");
  const again = asked.value.id;
  const before = await traces();
  expect(await askAgain(coordinator, { id: again }, december)).toMatchObject({
    problems: [{ code: "delivery-coming" }],
  });
  expect(await traces()).toEqual(before);
  expect((await order())[0]).toBe(again);
  await produceDeliveries(nowAt(new Date("2026-12-01T08:00:00Z")));
  const { lines } = await listDeliveries(coordinator, december);
  expect(lines.map((line) => line.id).filter((one) => [id, again, november].includes(one))).toEqual([
    again,
    november,
    id,
  ]);
  const balances = lines.filter(({ dataset }) => dataset === "monthly-balance");
  expect(balances.filter(({ isNews }) => isNews).map((line) => line.id)).toEqual([november]);
  expect((await askAgain(coordinator, { id: again }, december)).ok).toBe(true);
});

test("a person who is marked comes with the mark in the next delivery, and in the page at once", async () => {
  await markPerson(region.coordinator, { id, student: personId, mark: "approached", row: 0 }, monday);
  await markPerson(
    region.coordinator,
    { id, student: personId, mark: "in_trajectory", row: 0 },
    nowAt(new Date(monday.at.getTime() + 1000)),
  );
  const page = await findDelivery(region.coordinator, monday, { id, class: null, done: null, cursor: undefined });
  expect(page.rows.find(({ studentId }) => studentId === personId)?.mark).toBe("in_trajectory");
  await make(december);
  const next = await prisma.deliveryRow.findFirstOrThrow({
    where: { deliveryId: await balanceOf("2026-11-01"), studentId: personId },
  });
  expect(next.facts).toMatchObject({ mark: { code: "in_trajectory", on: "2026-11-02" } });
});

test("whom something was done for is found by that, and by nothing done who was not heard of yet", async () => {
  const { coordinator } = region;
  const foundBy = async (done: Mark, viewer = coordinator) =>
    (await findDelivery(viewer, monday, { id, class: null, done, cursor: undefined })).rows.map(
      ({ studentId }) => studentId,
    );
  expect(await foundBy("none")).toContain(personId);
  await markPerson(coordinator, { id, student: personId, mark: "approached", row: 0 }, monday);
  expect(await foundBy("approached")).toEqual([personId]);
  expect(await foundBy("none")).not.toContain(personId);
});

test("the page says what changed since the last time this person took one", async () => {
  await takeFile(region.coordinator, { id, name: "manifest.json" }, monday);
  await make(december);
  const november = await balanceOf("2026-11-01");
  const view = await findDelivery(region.coordinator, december, {
    id: november,
    class: null,
    done: null,
    cursor: undefined,
  });
  expect(view.changes).toMatchObject({
    since: { id },
    added: 0,
    gone: 0,
    moved: [{ from: "new", to: "still-open", count: 1 }],
  });
});

test("somebody with a protected address is named only to who is named for those", async () => {
  const hidden = await aPerson(leaver, region, { kind: "protected", lastName: "Geheim" });
  const delivery = await makeAgain();
  const look = async (viewer: PersonViewer) => {
    const { rows } = await findDelivery(viewer, december, { id: delivery, class: null, done: null, cursor: undefined });
    return rows.find(({ studentId }) => studentId === hidden.id);
  };
  expect(await look(region.coordinator)).toMatchObject({ name: null, birthDate: null, facts: { municipality: null } });
  const mark = { id: delivery, student: hidden.id, mark: "approached", row: 0 } as const;
  await expect(markPerson(region.coordinator, mark, december)).rejects.toBeInstanceOf(NotFound);
  const named = officerOf(region.officeId, { role: "coordinator", protectedCases: true });
  expect(await look(named)).toMatchObject({ name: "Robin Geheim" });
});

test("of a protected address a page and a file leave out the same, also when it is protected later", async () => {
  const { coordinator } = region;
  const student = await aPerson(leaver, region, { lastName: "Verhuisd" });
  const before = await makeAgain();
  const mark = { id: before, student: student.id, mark: "approached", row: 0 } as const;
  await markPerson(coordinator, mark, december);
  await prisma.residence.create({
    data: { studentId: student.id, residentFrom: new Date("2026-11-20"), kind: "protected" },
  });
  const { rows } = await findDelivery(coordinator, december, {
    id: before,
    class: null,
    done: null,
    cursor: undefined,
  });
  expect(rows.find(({ studentId }) => studentId === student.id)).toMatchObject({
    name: null,
    birthDate: null,
    mark: null,
    facts: { since: null, age: null, municipality: null, last: null, mark: null, oddities: [] },
  });
  await expect(markPerson(coordinator, mark, december)).rejects.toBeInstanceOf(NotFound);
  for (const done of ["approached", "none"] as const) {
    const found = await findDelivery(coordinator, december, { id: before, class: null, done, cursor: undefined });
    expect(found.rows.map(({ studentId }) => studentId)).not.toContain(student.id);
  }

  const csv = await csvOf(await makeAgain());
  expect(csv).not.toContain("Verhuisd");
  const hidden = readCsv(csv).filter(({ number }) => number === "beschermd");
  expect(hidden.length).toBeGreaterThan(0);
  const told = ["class", "class_code", "reason", "number", "first_name", "last_name", "municipality", "standing"];
  for (const row of hidden) {
    expect(Object.keys(row).filter((name) => row[name] !== "")).toEqual(told);
  }
});

async function makeAgain(): Promise<string> {
  const asked = await askAgain(region.coordinator, { id }, december);
  if (!asked.ok) throw new Error("refused");
  await produceDeliveries(december);
  return asked.value.id;
}

async function csvOf(deliveryId: string): Promise<string> {
  const { name } = await prisma.deliveryFile.findFirstOrThrow({ where: { deliveryId, name: { endsWith: ".csv" } } });
  const parts: Buffer[] = [];
  for await (const part of readFile(deliveryId, name)) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

const readCsv = (csv: string): Record<string, string>[] => parse(csv, { bom: true, delimiter: ";", columns: true });

test("a snapshot says whom it is about and what for, and refuses a day to come or another region's place", async () => {
  const { coordinator } = region;
  const tomorrow = snapshotInput.parse({ day: "2-11-2026", ageFrom: "12", ageUntil: "26", purpose: "x" });
  expect(await askSnapshot(coordinator, tomorrow, monday)).toMatchObject({ problems: [{ code: "period-not-over" }] });
  expect(await countSnapshot(coordinator, tomorrow, monday)).toMatchObject({ problems: [{ code: "period-not-over" }] });
  const elsewhere = { ...wish, municipalities: ["9999"] };
  expect(await askSnapshot(coordinator, elsewhere, monday)).toMatchObject({ problems: [{ code: "choice-unknown" }] });
  expect(await countSnapshot(coordinator, elsewhere, monday)).toMatchObject({ problems: [{ code: "choice-unknown" }] });
  expect(snapshotInput.safeParse({ ...wish, day: "1-10-2026", ageFrom: "20", ageUntil: "12" }).success).toBe(false);
  const { municipalities } = await findSnapshotChoices(coordinator, monday);
  expect(municipalities.map(({ code }) => code)).toEqual([region.municipality]);
  const asked = await askSnapshot(coordinator, { ...wish, columns: ["age", "municipality"] }, monday);
  if (!asked.ok) throw new Error("the snapshot was refused");
  await produceDeliveries(monday);
  const made = await prisma.delivery.findUniqueOrThrow({ where: { id: asked.value.id } });
  expect(made).toMatchObject({ status: "ready", wishes: { purpose: "Jaarplan", columns: ["age", "municipality"] } });
  const { line } = await findDelivery(coordinator, monday, { id: made.id, class: null, done: null, cursor: undefined });
  expect(line).toMatchObject({ wishes: { ages: [12, 26], municipalities: [], purpose: "Jaarplan" } });
  expect(line.title.nl).toMatch(/^Momentopname, 12 tot en met 26 jaar – /);
  const csv = await prisma.deliveryFile.findFirstOrThrow({
    where: { deliveryId: made.id, name: { endsWith: ".csv" } },
  });
  expect(csv.title).toBe(`${line.title.nl}.csv`);
  const inRegion = { residences: { some: { municipalityCode: region.municipality } } };
  const everybody = await prisma.student.count({ where: inRegion });
  expect(await prisma.deliveryRow.count({ where: { deliveryId: made.id } })).toBe(everybody);
});

test("a snapshot of a day before anybody of the region was at a school is refused at the field, with the first day", async () => {
  const { coordinator } = region;
  await aPerson({ born: "2012-03-14", enrolled: ["VO 27YU 1911-08-01 1911-09-01"] }, region);
  const on = (day: string) => snapshotInput.parse({ day, ageFrom: "4", ageUntil: "30", purpose: "x" });
  const before = await traces();
  for (const day of ["1-1-1900", "31-7-2024"]) {
    const refusal = { problems: [{ code: "day-before-register", field: "day", facts: { day: "1-8-2024" } }] };
    expect(await askSnapshot(coordinator, on(day), monday), day).toMatchObject(refusal);
    expect(await countSnapshot(coordinator, on(day), monday), day).toMatchObject(refusal);
  }
  expect(await traces()).toEqual(before);
  expect(await countSnapshot(coordinator, on("1-8-2024"), monday)).toMatchObject({ ok: true });
});

test("also of a week that was stored with sums of its own rows no page and no system reads a balance", async () => {
  const { coordinator } = region;
  const week = await prisma.delivery.findFirstOrThrow({
    where: { dataset: "weekly-changes", regionNumber: region.number },
  });
  const counts = { persons: 13, byClass: { back: 13 }, opening: 13, closing: 0, gone: { back: 13 } };
  await prisma.delivery.update({ where: { id: week.id }, data: { counts } });
  const view = await findDelivery(coordinator, monday, { id: week.id, class: null, done: null, cursor: undefined });
  expect(view.line.counts).toEqual({ ...counts, opening: null, closing: null });
  const token = await aToken(`R${region.number}`, "deliveries:read");
  const request = new Request("http://localhost/api/v1/deliveries", { headers: { authorization: `Bearer ${token}` } });
  const { deliveries } = deliveriesAnswer.parse(await (await getDeliveries(request, {})).json());
  const balances = deliveries.map((one) => [one.dataset, one.counts?.opening ?? null, one.counts?.closing ?? null]);
  expect(balances).toContainEqual(["weekly-changes", null, null]);
  expect(balances).toContainEqual(["monthly-balance", 0, 1]);
});

test("nobody has more than five waiting at once", async () => {
  const outcomes = [];
  for (let count = 0; count < 6; count += 1) outcomes.push(await askSnapshot(region.coordinator, wish, monday));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
  await produceDeliveries(monday);
});

test("a system of the region fetches the same by the API, and one without the scope nothing", async () => {
  const code = `R${region.number}`;
  const token = await aToken(code, "deliveries:read");
  const ask = (path: string, bearer = token) =>
    new Request(`http://localhost:3000/api/v1${path}`, { headers: { authorization: `Bearer ${bearer}` } });
  const list = deliveriesAnswer.parse(await (await getDeliveries(ask("/deliveries"), {})).json());
  expect(list.deliveries.map((one) => one.id)).toContain(id);
  const params = Promise.resolve({ id });
  const whole = wholeDeliveryAnswer.parse(await (await getDelivery(ask(`/deliveries/${id}`), { params })).json());
  const csv = whole.files.find(({ name }) => name.endsWith(".csv"));
  if (csv === undefined) throw new Error("a delivery has a CSV");
  const at = { params: Promise.resolve({ id, name: csv.name }) };
  const file = await getFile(ask(csv.link), at);
  expect(file.headers.get("content-disposition")).toContain("attachment");
  expect((await file.text()).split("\r\n").length).toBeGreaterThan(1);
  const narrow = await aToken(code, "reports:read");
  expect((await getFile(ask(csv.link, narrow), at)).status).toBe(403);
  const other = await aToken(`R${(await aRegion()).number}`, "deliveries:read");
  expect((await getFile(ask(csv.link, other), at)).status).toBe(404);
});
