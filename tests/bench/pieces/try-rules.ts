import { prisma } from "@/lib/db/client.server";
import { officeRules } from "@/lib/routing/office-rules/rule-set";
import { tryRules } from "@/lib/routing/queries.server";
import { trialInput } from "@/lib/routing/trial-input";
import { now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { officerOf } from "@/tests/support/viewers";

/** Tries a draft over all that the busiest office got, again and again, when its parent says so. */
const ruleCount = 50;

const busiest = await prisma.assignment.groupBy({
  by: ["officeId"],
  _count: true,
  orderBy: { _count: { id: "desc" } },
});
const officeId = busiest[0]?.officeId ?? "";
const lead = officerOf(officeId, { role: "team_lead" });
const question = trialInput.parse({ from: "2010-01-01" });

async function keepDraft(): Promise<void> {
  const officers = await prisma.mandate.findMany({ where: { organisationId: officeId, role: "officer" } });
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const rules = Array.from({ length: ruleCount }, (_, place) => ({
    id: newId(),
    name: `Regel ${place + 1}`,
    from: null,
    until: null,
    when: {
      surname: { from: letters[place % 26], to: letters[place % 26] },
      age: { from: place % 5, to: 13 + (place % 5) },
    },
    goesTo: { kind: "officers", officerIds: [officers[place % officers.length]?.accountId] },
  }));
  await prisma.ruleSet.create({
    data: { officeId, version: 1, rules: officeRules.parse(rules), changedBy: "bench", changedAt: now().at },
  });
}

async function trial() {
  const began = performance.now();
  const { steps, reportCount } = await tryRules(lead, now(), question);
  const running = steps();
  let longestWait = 0;
  for (;;) {
    const asked = performance.now();
    const step = await running.next();
    longestWait = Math.max(longestWait, performance.now() - asked);
    if (!step.done) continue;
    const { differenceCount, reportCount: read } = step.value;
    return { milliseconds: performance.now() - began, longestWait, reportCount, read, differenceCount };
  }
}

await keepDraft();
// Between two measurements nothing else keeps it running: idle connections do not.
process.channel?.ref();
process.on("message", () => void trial().then((result) => process.send?.(result)));
await trial();
process.send?.(0);
