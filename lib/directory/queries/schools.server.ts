import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { NotFound } from "@/lib/shared/problem";

const placesShown = 20;

interface SchoolPlace {
  /** `VO:00AH07`, as the report form writes a location. */
  readonly value: string;
  readonly label: string;
}

/** School locations of the whole country by name, city or code, for an office that has a school on the telephone. */
export async function findSchoolPlaces(viewer: Viewer, words: string): Promise<readonly SchoolPlace[]> {
  if (viewer.kind !== "office" || !can(viewer, "report:write-down", { officeId: viewer.officeId })) {
    throw new NotFound("schools");
  }
  const asked = words.trim();
  if (asked.length < 2 || asked.length > 100) return [];
  const contains = { contains: asked, mode: "insensitive" } as const;
  const found = await prisma.location.findMany({
    where: {
      OR: [
        { name: contains },
        { city: contains },
        { organisation: { name: contains } },
        { locationCode: { startsWith: asked.toUpperCase() } },
      ],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: placesShown,
    select: { sector: true, name: true, city: true, locationCode: true },
  });
  return found.map(({ sector, name, city, locationCode }) => ({
    value: `${sector}:${locationCode}`,
    label: `${name}, ${city} (${locationCode})`,
  }));
}
