import "server-only";
import { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import type { Page } from "@/lib/shared/page";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { isRoutedAt } from "./office-people.server";
import type { OfficeRule } from "./office-rules/rule-set";
import { presentUnroutable, unroutableRecord } from "./present-unroutable.server";
import { readRuleSets } from "./rule-sets.server";
import type { TrialInput } from "./trial-input";
import { openTrial } from "./trial-run.server";
import type {
  OfficeChoice,
  OfficeRulesView,
  RulePlace,
  RulePlaces,
  RuleSetView,
  TrialRun,
  UnroutableLine,
} from "./views";

const pageSize = 50;
const officesShown = 8;

/** What waits for an office, the longest waiting first. Whoever may not see the list finds no such list. */
export async function listUnroutable(
  viewer: Viewer,
  now: Now,
  cursor: string | undefined,
): Promise<Page<UnroutableLine>> {
  requireList(viewer);
  const rows = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [unplaced, after(cursor)] },
    orderBy: [{ filedAt: "asc" }, { id: "asc" }],
    take: pageSize + 1,
    select: unroutableRecord,
  });
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  const object = { kind: "report", count: page.length };
  await recordRead(viewer, now, { action: "unroutable:list", object, reason: usualReason(viewer) });
  return {
    rows: await presentUnroutable(page),
    nextCursor: last === undefined ? null : `${last.filedAt.toISOString()}_${last.id}`,
  };
}

/** One report that waits for an office; one that has an office, or that is not there, is NotFound. */
export async function findUnroutable(viewer: Viewer, now: Now, reference: string): Promise<UnroutableLine> {
  requireList(viewer);
  const known = readReference(reference);
  const report =
    known === null
      ? null
      : await prisma.report.findFirst({
          relationLoadStrategy: "join",
          where: { AND: [unplaced, { reference: known }] },
          select: unroutableRecord,
        });
  if (report === null) throw new NotFound("report");
  const object = { kind: "report", id: report.id };
  await recordRead(viewer, now, { action: "unroutable:read", object, reason: usualReason(viewer) });
  const [line] = await presentUnroutable([report]);
  if (line === undefined) throw new NotFound("report");
  return line;
}

/** Offices by their name, their code, or a municipality that they serve today. */
export async function findOffices(viewer: Viewer, now: Now, words: string): Promise<readonly OfficeChoice[]> {
  requireList(viewer);
  const asked = words.trim();
  if (asked === "") return [];
  const pattern = `%${asked.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return prisma.$queryRaw<OfficeChoice[]>`
    SELECT g.code, g.name, o.kind::text AS kind FROM offices o JOIN organisations g USING (id)
    WHERE g.name ILIKE ${pattern} OR upper(g.code) = ${asked.toUpperCase()} OR EXISTS (
      SELECT 1 FROM competences c JOIN municipalities m ON m.code = c.municipality_code
      WHERE c.office_id = o.id AND m.name ILIKE ${pattern} AND c.valid_from_on <= ${now.today}::date
        AND (c.valid_until_on IS NULL OR c.valid_until_on >= ${now.today}::date))
    ORDER BY g.name COLLATE "nl-x-icu", g.code LIMIT ${officesShown}`;
}

const unplaced = { officeId: null, closedAt: null } as const;

function requireList(viewer: Viewer): void {
  if (!can(viewer, "unroutable:list", {})) throw new NotFound("routing");
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** A cursor that is no cursor begins at the first page. */
function after(cursor: string | undefined) {
  const parsed = cursorShape.safeParse(cursor?.split("_"));
  if (!parsed.success) return {};
  const [filedAt, id] = parsed.data;
  return { OR: [{ filedAt: { gt: new Date(filedAt) } }, { filedAt: new Date(filedAt), id: { gt: id } }] };
}

/** The rules of the own office: in force, to come, past, and as they are being written; with the names they use. */
export async function readOfficeRules(viewer: Viewer, now: Now): Promise<OfficeRulesView> {
  if (viewer.kind !== "office" || !can(viewer, "rules:read", { officeId: viewer.officeId }))
    throw new NotFound("rules");
  const { officeId } = viewer;
  const [{ sets, active, draft }, officers] = await Promise.all([readRuleSets(officeId, now), teamOf(officeId, now)]);
  const names = await namesIn(sets.flatMap(({ rules }) => rules));
  const object = { kind: "rule-set", count: sets.length };
  await recordRead(viewer, now, { action: "rules:read", object, reason: usualReason(viewer) });
  return {
    active,
    draft,
    versions: sets.filter(({ activeFrom }) => activeFrom !== null),
    officers,
    names,
    mayKeep: can(viewer, "rules:keep", { officeId }),
  };
}

/**
 * What other rules would have done with the reports of the own office. Reads only: nothing is given to anybody, and
 * nobody hears of it.
 */
export async function tryRules(viewer: Viewer, now: Now, input: TrialInput): Promise<TrialRun> {
  const run = await openTrial(trierOf(viewer), now, input);
  const object = { kind: "report", count: run.reportCount };
  await recordRead(viewer, now, { action: "rules:try", object, reason: usualReason(viewer) });
  return run;
}

/** The rules that can be tried: the draft, and what comes into force later. */
export async function readTriableRules(viewer: Viewer, now: Now): Promise<readonly RuleSetView[]> {
  const { sets } = await readRuleSets(trierOf(viewer).officeId, now);
  const triable = sets.filter(({ activeFrom }) => activeFrom === null || activeFrom > now.today);
  const object = { kind: "rule-set", count: triable.length };
  await recordRead(viewer, now, { action: "rules:read", object, reason: usualReason(viewer) });
  return triable;
}

function trierOf(viewer: Viewer): OfficeViewer {
  if (viewer.kind !== "office" || !can(viewer, "rules:try", { officeId: viewer.officeId })) throw new NotFound("rules");
  return viewer;
}

const placesShown = 8;

/** Locations by a part of their name or by their code, with their schools: a few, never all. */
export async function findRulePlaces(viewer: Viewer, words: string): Promise<RulePlaces> {
  if (viewer.kind !== "office" || !can(viewer, "rules:keep", { officeId: viewer.officeId }))
    throw new NotFound("rules");
  const asked = words.trim();
  if (asked.length < 2 || asked.length > 100) return { schools: [], locations: [] };
  const found = await prisma.location.findMany({
    relationLoadStrategy: "join",
    where: {
      OR: [
        { name: { contains: asked, mode: "insensitive" } },
        { organisation: { name: { contains: asked, mode: "insensitive" } } },
        { locationCode: { startsWith: asked.toUpperCase() } },
      ],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: placesShown,
    select: { id: true, name: true, city: true, organisation: { select: { id: true, name: true } } },
  });
  return {
    schools: [...new Map(found.map(({ organisation }) => [organisation.id, organisation])).values()],
    locations: found.map(({ id, name, city }) => ({ id, name: `${name}, ${city}` })),
  };
}

async function teamOf(officeId: string, now: Now): Promise<readonly RulePlace[]> {
  return prisma.account.findMany({
    where: { disabledAt: null, mandates: { some: isRoutedAt(officeId, now.today) } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

async function namesIn(rules: readonly OfficeRule[]): Promise<Readonly<Record<string, string>>> {
  const locations = rules.flatMap(({ when }) => when.locations ?? []);
  const schools = rules.flatMap(({ when }) => when.schools ?? []);
  const [places, organisations] = await Promise.all([
    prisma.location.findMany({ where: { id: { in: locations } }, select: { id: true, name: true } }),
    prisma.organisation.findMany({ where: { id: { in: schools } }, select: { id: true, name: true } }),
  ]);
  return Object.fromEntries([...places, ...organisations].map(({ id, name }) => [id, name]));
}
