import "server-only";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import { NotFound } from "@/lib/shared/problem";
import { tableRows, toOfficer } from "./facts-rows";
import { everyOfficerSql, officeRowSql } from "./officers-sql.server";
import type { Officer, RoutingOffice } from "./table";

const { offices, officers } = tableRows.shape;
const teamRow = z.object({ office: offices.element, officers });

interface OfficeTeam {
  readonly office: RoutingOffice;
  /** All mandates to which the router may give work, also those that are over or still to come. */
  readonly team: readonly Officer[];
}

export async function loadOfficeTeam(officeId: string): Promise<OfficeTeam> {
  const [row] = await ask<{ found: unknown }>(Prisma.sql`
    SELECT jsonb_build_object('office', ${officeRowSql},
      'officers', (${everyOfficerSql(Prisma.sql`AND o.id = ${officeId}::uuid`)})) AS found
    FROM offices o JOIN organisations g USING (id) WHERE o.id = ${officeId}::uuid`);
  if (row === undefined) throw new NotFound("office");
  const { office, officers } = teamRow.parse(row.found);
  return { office, team: officers.map(toOfficer) };
}
