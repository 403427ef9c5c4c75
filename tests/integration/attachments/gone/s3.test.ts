import { afterAll } from "vitest";
import { expectBytesToGo } from "@/tests/support/gone-bytes";
import { openS3 } from "@/tests/support/s3rver";

const s3 = await openS3();
process.env["ATTACHMENT_STORE"] = s3.setting;

afterAll(() => s3.close());

expectBytesToGo(() => s3.countObjects());
