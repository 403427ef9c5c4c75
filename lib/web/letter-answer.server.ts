import "server-only";
import { notFound } from "next/navigation";
import { casePath } from "@/lib/casework/inbox-address";
import type { Viewer } from "@/lib/identity/viewer";
import { type Now, now } from "@/lib/shared/clock";
import { readReference } from "@/lib/shared/reference";
import { madeFileAnswer } from "./file-answer.server";
import { orNotFound } from "./or-not-found.server";
import { pageViewer } from "./require-viewer.server";
import { onlyId } from "./search-params";

interface AskedLetter {
  readonly reference: string;
  readonly eventId: string;
  readonly templateId: string | undefined;
}

interface LetterKind {
  /** What the file is called, before the reference; nothing of the student. */
  readonly name: string;
  readonly print: (viewer: Viewer, now: Now, asked: AskedLetter) => Promise<Uint8Array>;
}

/** A letter that belongs to an act in a case, as a file; `?sjabloon=` names a text of the office. */
export async function letterAnswer(
  request: Request,
  { reference, event }: { readonly reference: string; readonly event: string },
  { name, print }: LetterKind,
): Promise<Response> {
  const eventId = onlyId(event);
  if (eventId === undefined) notFound();
  const viewer = await pageViewer(casePath(reference));
  const templateId = onlyId(new URL(request.url).searchParams.get("sjabloon") ?? undefined);
  const bytes = await orNotFound(() => print(viewer, now(), { reference, eventId, templateId }));
  return madeFileAnswer({
    name: `${name}-${readReference(reference) ?? ""}.pdf`,
    mediaType: "application/pdf",
    bytes,
  });
}
