import { z } from "zod";
import { formatCodes } from "@/lib/attachments/formats";
import { kindCodes } from "@/lib/attachments/kinds";

/** The bytes of a file, in the description of the API. */
export const fileContent = z.string().meta({ format: "binary" });

const kind = z.enum(kindCodes, { error: "choice-unknown" });
const state = z.enum(["waiting", "clean", "refused"]).meta({
  description: "waiting: wacht op de controle op virussen; clean: kan worden opgehaald; refused: tegengehouden.",
});
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "fingerprint-invalid");

/** The fields of the form; the file comes last, so that the rest is known when it arrives. */
export const attachmentFields = z.strictObject({
  kind: kind.default("other"),
  size: z.coerce.number<string>().int().min(0).optional(),
  sha256: sha256.optional(),
});

export const attachmentInput = attachmentFields.extend({ file: fileContent });

const links = z.object({ self: z.string(), report: z.string() });

export const addedAttachmentAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state,
    alreadyThere: z.boolean().meta({ description: "Hetzelfde bestand stond al bij deze melding." }),
    links,
  })
  .meta({ id: "AddedAttachment" });

export const attachmentsAnswer = z
  .object({
    reference: z.string(),
    room: z.int().meta({ description: "Zoveel bijlagen kunnen er nog bij." }),
    attachments: z.array(
      z.object({
        id: z.uuid(),
        kind,
        format: z.enum(formatCodes),
        name: z.string().nullable().meta({ description: "Leeg: het bestand is weggegooid." }),
        byteCount: z.int(),
        sha256,
        uploadedAt: z.iso.datetime(),
        side: z.enum(["school", "office"]),
        uploaderName: z.string().nullable(),
        state,
        links,
      }),
    ),
  })
  .meta({ id: "Attachments" });
