import { withClient } from "@/prisma/roles";
import { demoPassword, people } from "@/prisma/seed/people";

export function demoAccountLines(): string {
  const named = people.flatMap(({ email, about }) => (about === undefined ? [] : [{ email, about }]));
  const width = Math.max(...named.map(({ email }) => email.length));
  const lines = named.map(({ email, about }) => `  ${email.padEnd(width)}  ${about}`);
  return [`Demo accounts, all with the password ${demoPassword}:`, ...lines].join("\n");
}

/** Only the database itself can say that it is a demo. */
export async function isDemo(deskUrl: string): Promise<boolean> {
  const found = await withClient(deskUrl, (client) =>
    client.query("SELECT 1 FROM desk_settings WHERE key = 'demo' AND value = 'true'"),
  );
  return found.rowCount === 1;
}

export async function isEmpty(deskUrl: string): Promise<boolean> {
  const found = await withClient(deskUrl, (client) =>
    client.query<{ empty: boolean }>(
      "SELECT NOT EXISTS (SELECT FROM organisations) AND NOT EXISTS (SELECT FROM accounts) AS empty",
    ),
  );
  return found.rows[0]?.empty === true;
}
