import { randomUUID } from "node:crypto";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** The bytes as they come, into a file that is on the disk when the answer goes out. */
export async function POST(request: Request): Promise<Response> {
  const file = await open(path.join(process.env["FILES"] ?? tmpdir(), randomUUID()), "w");
  try {
    for await (const chunk of request.body ?? []) await file.write(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
  return new Response(null, { status: 201 });
}
