import "server-only";
import { log } from "@/lib/config/log.server";
import { prisma } from "@/lib/db/client.server";
import { patiently } from "@/lib/db/patience.server";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Claim } from "./claim.server";
import { datasets, goesOn } from "./datasets";
import { type Atlas, findCandidates, findOpenBefore, loadAtlas } from "./people.server";
import { type Asked, candidatesOfManySql } from "./people-sql.server";

/** From so many regions on one walk over all enrolments costs less than one over the residents of each. */
export const togetherFrom = 5;

export interface Search {
  readonly atlas: () => Promise<Atlas>;
  /** The ids of a delivery's persons in their order, after the place where reading stopped. */
  readonly candidates: (asked: Asked, claim: Claim) => Promise<readonly string[]>;
}

type Found = Map<number, readonly string[]>;

/**
 * Looks for the persons of deliveries that are made one after another: regions that wait for the same period are looked
 * through together, once, and each delivery takes its own. Whatever goes on from a place is looked for by itself.
 */
export function openSearch(): Search {
  let atlas: Promise<Atlas> | undefined;
  const together = new Map<string, Promise<Found>>();
  const load = async () => {
    atlas ??= loadAtlas();
    try {
      return await atlas;
    } catch (error) {
      atlas = undefined;
      throw error;
    }
  };
  return {
    atlas: load,
    candidates: async (asked, claim) => {
      if (claim.cursor !== null || !comesByItself(asked)) return findCandidates(asked, claim.cursor);
      const key = `${asked.dataset} ${asked.period.from} ${asked.period.until}`;
      const searched = together.get(key) ?? tryTogether(asked, claim, load);
      together.set(key, searched);
      const found = await searched;
      const ids = found.get(claim.regionNumber);
      // Taken once: whoever comes for it again comes later, and the register may say something else by then.
      found.delete(claim.regionNumber);
      return ids === undefined ? findCandidates(asked, null) : withOpenBefore(asked, ids);
    },
  };
}

function comesByItself({ dataset }: Asked): boolean {
  return datasets[dataset].rhythm !== "on-demand" && datasets[dataset].method !== "reports";
}

/** One walk that fails must not take forty deliveries with it: each is then looked for by itself. */
async function tryTogether(asked: Asked, claim: Claim, load: Search["atlas"]): Promise<Found> {
  try {
    return await searchTogether(asked, claim, await load());
  } catch (error) {
    log().warn({ err: error, deliveryId: claim.id }, "regions were not looked through together");
    return new Map();
  }
}

async function searchTogether(asked: Asked, claim: Claim, atlas: Atlas): Promise<Found> {
  const { dataset, period } = asked;
  const waiting = await prisma.delivery.groupBy({
    by: ["regionNumber"],
    where: { dataset, status: "planned", periodFrom: toColumn(period.from), periodUntil: toColumn(period.until) },
  });
  const wanted = new Set([claim.regionNumber, ...waiting.map(({ regionNumber }) => regionNumber)]);
  if (wanted.size < togetherFrom) return new Map();
  const regions = new Map([...atlas.regions].filter(([, region]) => wanted.has(region)));
  const rows = await patiently((client) =>
    client.$queryRaw<{ region: number; ids: string }[]>(candidatesOfManySql({ dataset, period }, regions)),
  );
  const found = new Map(rows.map(({ region, ids }) => [region, ids.split(",")]));
  return new Map([...wanted].map((region) => [region, found.get(region) ?? []]));
}

/** Ids are compared as text as the database compares them. */
async function withOpenBefore({ dataset, previousId }: Asked, ids: readonly string[]): Promise<readonly string[]> {
  if (previousId === null || !goesOn(dataset)) return ids;
  const open = await findOpenBefore(previousId);
  return [...new Set([...ids, ...open])].toSorted((one, other) => (one < other ? -1 : 1));
}
