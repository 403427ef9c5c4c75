import { randomUUID } from "node:crypto";
import { pool } from "../../../database";

/** The bytes as they come, into rows that are on the disk when the answer goes out. */
export async function POST(request: Request): Promise<Response> {
  const [client, file] = [await pool.connect(), randomUUID()];
  const text = "INSERT INTO plain_pieces VALUES ($1::uuid, $2::int, $3::bytea)";
  try {
    await client.query("BEGIN");
    let position = 0;
    for await (const chunk of request.body ?? []) {
      await client.query({ name: "piece", text, values: [file, position, Buffer.from(chunk)] });
      position += 1;
    }
    await client.query("COMMIT");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
  return new Response(null, { status: 201 });
}
