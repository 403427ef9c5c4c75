import { prisma } from "@/lib/db/client.server";
import { expectBytesToGo } from "@/tests/support/gone-bytes";

process.env["ATTACHMENT_STORE"] = "database";

expectBytesToGo(async () => (await prisma.attachmentPiece.groupBy({ by: ["objectKey"] })).length);
