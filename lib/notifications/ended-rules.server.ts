import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { isFor } from "./follow-rule";

interface RuledLetter {
  readonly reportId: string | null;
  readonly toAddress: string;
  readonly ruleOrganisationId: string | null;
}

/** Whether a letter goes to a mailbox only by a rule that is not there any more, or is not for its report any more. */
export async function findEndedRules(
  letters: readonly RuledLetter[],
  client: Prisma.TransactionClient,
): Promise<(letter: RuledLetter) => boolean> {
  const ruled = letters.flatMap(({ ruleOrganisationId, reportId, toAddress }) =>
    ruleOrganisationId === null || reportId === null ? [] : [{ ruleOrganisationId, reportId, toAddress }],
  );
  if (ruled.length === 0) return () => false;
  const each = (values: readonly string[]) => ({ in: [...new Set(values)] });
  const [rules, reports] = await Promise.all([
    client.followRule.findMany({
      where: {
        email: each(ruled.map(({ toAddress }) => toAddress)),
        organisationId: each(ruled.map(({ ruleOrganisationId }) => ruleOrganisationId)),
      },
    }),
    client.report.findMany({
      where: { id: each(ruled.map(({ reportId }) => reportId)) },
      select: { id: true, organisationId: true, locationId: true, type: true, isProtected: true },
    }),
  ]);
  const byId = new Map(reports.map((report) => [report.id, report]));
  return ({ ruleOrganisationId, reportId, toAddress }) => {
    if (ruleOrganisationId === null || reportId === null) return false;
    const report = byId.get(reportId);
    if (report === undefined) return true;
    // At an office a protected case is for those who were named for it.
    if (report.isProtected && report.organisationId !== ruleOrganisationId) return true;
    return !rules.some(
      (rule) => rule.organisationId === ruleOrganisationId && rule.email === toAddress && isFor(rule, report),
    );
  };
}
