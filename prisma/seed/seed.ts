import { prisma } from "@/lib/db/client.server";
import { planDeliveries } from "@/lib/deliveries/plan.server";
import { produceDeliveries } from "@/lib/deliveries/produce.server";
import { importFile } from "@/lib/directory/commands.server";
import type { ImportKind } from "@/lib/directory/import-rows";
import { createAccountsWithPassword } from "@/lib/identity/commands/seed-accounts.server";
import { markAsDemo } from "@/lib/identity/demo.server";
import type { OfficeRole, Role } from "@/lib/identity/roles";
import { sealPersonViewer } from "@/lib/identity/seal-viewer";
import { systemViewer } from "@/lib/identity/viewer";
import { addDays, calendarDate } from "@/lib/shared/calendar-date";
import { type Now, nowAt } from "@/lib/shared/clock";
import { accountId, mandateId, newId, officeId, organisationId, sessionId } from "@/lib/shared/ids";
import { keepFigures } from "@/lib/statistics/keep-figures.server";
import { csvStream, type Row } from "./csv";
import { type DemoWorld, inventDemoWorld } from "./demo-world";
import { staffNames } from "./names";
import { cityOffice, officeRows } from "./offices";
import { demoPassword, homeCollege, homeSchool, people, sisterSchool } from "./people";
import { type Cast, leaveUndivided, planTalks, playReport } from "./play";
import { chanceFrom } from "./random";
import { enrolmentRows, studentRows } from "./students";

const playNumber = 895;

/**
 * Fills an empty database with the demo world, through the doors that everybody uses. Equal seeds on the same day
 * give equal worlds; dates lie relative to the day of seeding (settled 33).
 */
export async function seedDemo(at: Date): Promise<void> {
  const now = nowAt(at);
  await markAsDemo(systemViewer("seed"));
  const world = await inventDemoWorld(now.today);
  await seedDirectory(world, now);
  const cast = await seedPeople(now);
  const chance = chanceFrom(playNumber);
  for (const report of world.reports) await playReport(cast, chance, report);
  await leaveUndivided(cast, cityOffice.name, now);
  await planTalks(cast, cityOffice.name, now);
  await deliver(now);
  await settleOldMessages(now);
  await keepFigures(now);
}

async function seedDirectory(world: DemoWorld, now: Now): Promise<void> {
  const { municipalities, regions, schools, changes, calendar, students, leavers } = world;
  const files: readonly (readonly [ImportKind, readonly Row[]])[] = [
    ["regions", regions],
    ["municipalities", municipalities],
    ["municipality-changes", changes],
    ["offices", officeRows(municipalities, regions)],
    ["schools", schools.map((row) => ({ ...row, organisation_code: row["brin"] === sisterSchool ? homeSchool : "" }))],
    ["calendar", calendar],
    ["students", studentRows(students)],
    ["enrolments", enrolmentRows(students)],
    ["students", leavers.students],
    ["enrolments", leavers.enrolments],
  ];
  for (const [kind, rows] of files) await importRows(kind, rows, now);
}

async function importRows(kind: ImportKind, rows: readonly Row[], now: Now): Promise<void> {
  const refused: string[] = [];
  const outcome = await importFile(
    systemViewer("seed"),
    {
      kind,
      bytes: csvStream(rows),
      isPartial: false,
      isDryRun: false,
      onRefused: (cells) => refused.push(...cells.map((cell) => JSON.stringify(cell))),
    },
    now,
  );
  const isTaken = outcome.ok && outcome.value.isAccepted;
  if (!isTaken) throw new Error(`the demo world has a wrong file ${kind}: ${refused.slice(0, 3).join(" ")}`);
}

const since = calendarDate.parse("2010-08-01");

/** The demo accounts, and a reporter for every other school so that all of them report. */
async function seedPeople(now: Now): Promise<Cast> {
  await prisma.organisation.create({ data: { code: "LOKET", kind: "desk", name: "Verzuimloket" } });
  const organisations = await prisma.organisation.findMany({
    select: { id: true, code: true, name: true, kind: true },
  });
  const byCode = new Map(organisations.map((organisation) => [organisation.code, organisation]));
  const others = organisations.filter(
    ({ kind, code }) => kind === "school" && code !== homeSchool && code !== homeCollege,
  );
  const colleagues = [
    ...people,
    ...others.map(({ code }, index) => ({
      email: `melder@${code.toLowerCase()}.example`,
      name: staffNames[index % staffNames.length] ?? code,
      mandates: [{ organisation: code, role: "reporter" as const }],
    })),
  ];
  const accounts = await createAccountsWithPassword(
    systemViewer("seed"),
    {
      password: demoPassword,
      people: colleagues.map(({ email, name, mandates }) => ({
        email,
        name,
        mandates: mandates.map(({ organisation, ...mandate }) => ({
          ...mandate,
          validFrom: since,
          organisationId: byCode.get(organisation)?.id ?? "",
        })),
      })),
    },
    now,
  );
  const staff = colleagues.map((colleague, index) => ({ ...colleague, id: accounts[index] ?? "" }));
  await giveLocations(byCode.get(cityOffice.code)?.id ?? "", staff);
  return castOf(staff, organisations);
}

type Staff = (typeof people)[number] & { readonly id: string };

/** Every officer of the city has the care of some locations. */
async function giveLocations(office: string, staff: readonly Staff[]): Promise<void> {
  const officers = staff.filter(({ mandates }) =>
    mandates.some(({ organisation, role }) => organisation === cityOffice.code && role === "officer"),
  );
  const locations = await prisma.location.findMany({ where: { brin: homeSchool }, orderBy: { locationCode: "asc" } });
  await prisma.officerLocation.createMany({
    data: locations.slice(0, 6).map(({ id }, index) => ({
      officeId: office,
      locationId: id,
      accountId: officers[index % officers.length]?.id ?? "",
    })),
  });
}

interface SeedOrganisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

function signedIn(person: Staff, organisation: SeedOrganisation) {
  return {
    accountId: accountId(person.id),
    mandateId: mandateId(newId()),
    sessionId: sessionId(newId()),
    name: person.name,
    email: person.email,
    locale: "nl",
    organisationId: organisationId(organisation.id),
    organisationName: organisation.name,
    factors: 1,
    authenticatedAt: new Date(),
  } as const;
}

function castOf(staff: readonly Staff[], organisations: readonly SeedOrganisation[]): Cast {
  const find = (key: "code" | "name", value: string) =>
    organisations.find((organisation) => organisation[key] === value);
  const holdersAt = (office: SeedOrganisation | undefined, roles: readonly Role[]) =>
    staff.filter(({ mandates }) => mandates.some((m) => m.organisation === office?.code && roles.includes(m.role)));
  const atOffice = (person: Staff | undefined, office: SeedOrganisation | undefined, role: OfficeRole) => {
    if (office === undefined || person === undefined) return null;
    const viewer = sealPersonViewer({
      ...signedIn(person, office),
      kind: "office",
      role,
      officeId: officeId(office.id),
      protectedCases: person.mandates.some((m) => m.organisation === office.code && m.protectedCases === true),
    });
    return viewer.kind === "office" ? viewer : null;
  };
  return {
    reporterOf: (brin) => {
      const code = brin === sisterSchool ? homeSchool : brin;
      const school = find("code", code);
      const person = staff.find(({ mandates }) =>
        mandates.some((m) => m.organisation === code && m.role === "reporter"),
      );
      if (school === undefined || person === undefined) throw new Error(`nobody reports for ${brin}`);
      const viewer = sealPersonViewer({
        ...signedIn(person, school),
        kind: "school",
        role: "reporter",
        locationIds: [],
      });
      if (viewer.kind !== "school") throw new Error("a reporter belongs to a school");
      return viewer;
    },
    officerOf: (officeName, officerName) => {
      const office = find("name", officeName);
      const able = holdersAt(office, ["officer", "coordinator"]);
      return atOffice(able.find(({ name }) => name === officerName) ?? able[0], office, "officer");
    },
    clerkOf: (officeName) => {
      const office = find("name", officeName);
      return atOffice(holdersAt(office, ["office_clerk"])[0], office, "office_clerk");
    },
  };
}

/** What the regional point would have by now: the deliveries of last month, and those of today. */
async function deliver(now: Now): Promise<void> {
  for (const day of [addDays(calendarDate.parse(`${now.today.slice(0, 7)}-01`), -30), now.today]) {
    const morning = day === now.today ? now : nowAt(new Date(`${day}T06:00:00Z`));
    await planDeliveries(morning);
    await produceDeliveries(morning);
  }
}

/** What happened long ago is told already: only messages of the last two days are still to be delivered. */
async function settleOldMessages(now: Now): Promise<void> {
  const recent = new Date(now.at.getTime() - 2 * 86_400_000);
  await prisma.outboxMessage.updateMany({
    where: { createdAt: { lt: recent } },
    data: { relayedAt: now.at, doneAt: now.at },
  });
}
