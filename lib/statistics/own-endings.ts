import type { Prisma } from "@/lib/db/generated/client";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { EndingReason } from "./endings";

const functionOver: EndingReason = "function-over";

/** Of one person and where he works now; that a function is over he reads in another one, for he has it no more. */
export function ownEndings({ accountId, organisationId }: PersonViewer): Prisma.FigureEndingWhereInput {
  return { accountId, OR: [{ organisationId }, { reason: functionOver }] };
}
