import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { fail, ok, type Result } from "@/lib/shared/result";

interface Worded {
  readonly words?: string | undefined;
  readonly templateId?: string | undefined;
}

/** What the school reads of an act: what was typed or, when that is nothing, the text of the office that was chosen. */
export async function templateWords(
  { client }: Transaction,
  officeId: string | null,
  { words, templateId }: Worded,
): Promise<Result<string | null>> {
  if (words !== undefined || templateId === undefined) return ok(words ?? null);
  if (officeId === null) return fail({ code: "template-unknown", field: "templateId" });
  const template = await client.officeTemplate.findFirst({
    where: { id: templateId, officeId, kind: "words", retiredAt: null },
    select: { text: true },
  });
  return template === null ? fail({ code: "template-unknown", field: "templateId" }) : ok(template.text);
}
