import "server-only";
import { settings } from "@/lib/config/env.server";
import { addressOf } from "@/lib/config/settings";
import { prisma } from "@/lib/db/client.server";
import type { Locale } from "@/lib/i18n/locale";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { exampleLetter } from "../example-letter";
import { type MailLevelCode, mailLevelCodes, readMailLevel } from "../mail-levels";
import { managedSchool } from "../managed-school";
import { senderOf } from "../sender";

export interface MailLevelView {
  readonly level: MailLevelCode;
  /** Null: the usual level, which nobody chose. */
  readonly chosen: { readonly by: string; readonly at: Date } | null;
  readonly sender: string;
  readonly previews: readonly {
    readonly level: MailLevelCode;
    readonly subject: string;
    readonly text: string;
  }[];
}

/** How much the mail of the own school may say, and what it looks like in a language; for whoever tends its people. */
export async function findMailLevel(viewer: PersonViewer, now: Now, locale: Locale): Promise<MailLevelView> {
  const organisationId = managedSchool(viewer);
  if (organisationId === null) throw new NotFound("mail level");
  const kept = await prisma.mailLevel.findUnique({ where: { organisationId } });
  const { mailFrom, replies } = settings();
  const example = {
    locationName: viewer.organisationName,
    locale,
    origin: addressOf(settings()),
    mailFrom,
    isAnswerable: replies !== null,
  };
  return {
    level: readMailLevel(kept?.level),
    chosen: kept === null ? null : { by: kept.chosenBy, at: kept.chosenAt },
    sender: senderOf(mailFrom),
    previews: mailLevelCodes.map((level) => {
      const { subject, text } = exampleLetter(level, example, now);
      return { level, subject, text };
    }),
  };
}
