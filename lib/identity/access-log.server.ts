import "server-only";
import { z } from "zod";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import type { Page } from "@/lib/shared/page";
import { NotFound } from "@/lib/shared/problem";
import { asEmail } from "./account-lookup.server";
import type { Viewer } from "./viewer";

const pageSize = 50;
const onlyUuid = z.uuid();

export interface AccessLogQuestion {
  /** The mail address of who acted. */
  readonly actor?: string | undefined;
  /** Of what: the id of a thing, or the reference of a report. */
  readonly object?: string | undefined;
  /** The entry after which the page begins. */
  readonly after?: string | undefined;
}

export interface AccessLogRow {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly actorRole: string;
  readonly organisationName: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  /** Of an account or an organisation. Of a student never: an id is enough to look further. */
  readonly objectName: string | null;
  readonly objectCount: number | null;
  readonly reason: string;
  readonly result: string;
}

/** Who saw and did what, the newest first. To look is itself written down. */
export async function listAccessLog(viewer: Viewer, asked: AccessLogQuestion, now: Now): Promise<Page<AccessLogRow>> {
  if (!can(viewer, "access-log:read", {})) throw new NotFound("access log");
  const actorId = asked.actor === undefined ? undefined : await idOfPerson(asked.actor);
  const entries = await prisma.auditEntry.findMany({
    where: {
      ...(actorId === undefined ? {} : { actorId }),
      ...(asked.object === undefined ? {} : { objectId: { in: await idsOfObject(asked.object) } }),
    },
    orderBy: { id: "desc" },
    take: pageSize + 1,
    ...(asked.after === undefined ? {} : { cursor: { id: asked.after }, skip: 1 }),
  });
  const shown = entries.slice(0, pageSize);
  await recordRead(viewer, now, {
    action: "access-log:list",
    object: { kind: "access-log", count: shown.length },
    reason: "own-duty",
  });
  const rows = await withNames(shown);
  return { rows, nextCursor: entries.length > pageSize ? (rows.at(-1)?.id ?? null) : null };
}

/** An address that nobody has stands for nobody: the nil id fits no entry. */
async function idOfPerson(email: string): Promise<string> {
  const account = await prisma.account.findUnique({ where: { email: asEmail(email) }, select: { id: true } });
  return account?.id ?? "00000000-0000-0000-0000-000000000000";
}

async function idsOfObject(text: string): Promise<string[]> {
  const report = await prisma.report.findFirst({ where: { reference: text.toUpperCase() }, select: { id: true } });
  return report === null ? [text] : [text, report.id];
}

type Entry = Awaited<ReturnType<typeof prisma.auditEntry.findMany>>[number];

async function withNames(entries: readonly Entry[]): Promise<AccessLogRow[]> {
  const names = await namesOf(
    entries.flatMap(({ actorId, organisationId, objectId }) => [actorId, organisationId, objectId]),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return entries.map(({ actorId, organisationId, ...entry }) => ({
    ...entry,
    actorName: nameOf(actorId),
    organisationName: nameOf(organisationId),
    objectName: nameOf(entry.objectId),
  }));
}

/** People, organisations and coupled systems by their ids; other ids have no name here. */
async function namesOf(given: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(given)].filter((id) => id !== null).filter((id) => onlyUuid.safeParse(id).success);
  const named = { where: { id: { in: ids } }, select: { id: true, name: true } };
  const found = await Promise.all([
    prisma.account.findMany(named),
    prisma.apiClient.findMany(named),
    prisma.organisation.findMany(named),
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
