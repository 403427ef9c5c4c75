import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { log } from "@/lib/config/log.server";
import { findAbsentViewer } from "@/lib/identity/absent-viewer.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { checkRows, readRows, wrong } from "./check-rows.server";
import { type Claim, claimImport, endPart } from "./claim.server";
import { amongThemselves } from "./in-file";
import { loadRows, type OpenRow, saveJudgements } from "./rows.server";
import { sendRows } from "./send-rows.server";
import { sendable } from "./stages";

/** So many rows are taken at a time: small enough that others get a turn, and that a page hears often how far it is. */
const partSize = 500;

/**
 * Checks and sends what waits, part after part, until nothing does or the time is over; answers how many parts. It may
 * be cut off anywhere: a row that was sent is done, and what was not written down yet is looked at again.
 */
export async function workOnImports(clock: () => Now, stopAt = Number.POSITIVE_INFINITY): Promise<number> {
  let parts = 0;
  while (Date.now() < stopAt) {
    const claim = await claimImport(clock());
    if (claim === null) return parts;
    if (await workOnPart(claim, clock())) parts += 1;
  }
  return parts;
}

/** One that fails does not hold up the others: it is tried again when its lease is over. */
async function workOnPart(claim: Claim, now: Now): Promise<boolean> {
  try {
    const viewer = await ownerOf(claim, now);
    if (viewer === null) return false;
    const rows = await loadRows(claim.id, { verdicts: takenBy(claim), most: partSize });
    if (claim.stage === "checking") await check(claim, viewer, rows, now);
    else await send(claim, viewer, rows, now);
    await endPart(claim, rows.length < partSize);
    return true;
  } catch (error) {
    log().error({ err: error, importId: claim.id, attempt: claim.attempt }, "a part was not done; trying again");
    return false;
  }
}

function takenBy({ stage }: Claim) {
  return stage === "checking" ? (["waiting"] as const) : sendable();
}

/** Null: may no longer send. What he brought waits until he may again, or its days are over. */
async function ownerOf({ mandateId, organisationId }: Claim, now: Now): Promise<SchoolViewer | null> {
  const viewer = await findAbsentViewer(mandateId, now);
  if (viewer?.kind !== "school" || !can(viewer, "import:begin", { organisationId })) return null;
  return viewer;
}

async function check(claim: Claim, viewer: SchoolViewer, rows: readonly OpenRow[], now: Now): Promise<void> {
  const { id, sheet } = claim;
  if (rows.length > 0) {
    const judged = await checkRows(viewer, await readRows(viewer, rows, sheet, now), now);
    await recordRead(viewer, now, {
      action: "import:check",
      object: { kind: "student", count: judged.filter(({ studentId }) => studentId !== null).length },
      reason: usualReason(viewer),
    });
    await saveJudgements(id, judged, ["waiting"]);
  }
  if (rows.length < partSize) await compareRows(viewer, { id, sheet }, now);
}

/** When each row was looked at by itself, all of them are put beside each other. */
export async function compareRows(
  viewer: SchoolViewer,
  { id, sheet }: Pick<Claim, "id" | "sheet">,
  now: Now,
): Promise<void> {
  const rows = await readRows(viewer, await loadRows(id, { verdicts: sendable() }), sheet, now);
  const whole = rows.flatMap(({ read }) => (read.ok ? [read.value] : []));
  const judged = [...amongThemselves(whole, now.today)].map(([line, problem]) => wrong(line, [problem]));
  await saveJudgements(id, judged, sendable());
}

async function send({ id, sheet }: Claim, viewer: SchoolViewer, rows: readonly OpenRow[], now: Now): Promise<void> {
  const judged = await sendRows(viewer, id, await readRows(viewer, rows, sheet, now), now);
  await saveJudgements(id, judged, sendable());
}
