import { withClient } from "@/prisma/roles";

export const demoPassword = "verzuimloket-demo";

const demoAccounts = [
  ["melder@vo.example", "reports for a secondary school"],
  ["mentor@vo.example", "prepares reports, does not send them"],
  ["melder@roc.example", "reports for a school for vocational education"],
  ["beheerder@roc.example", "administrator of that school"],
  ["ambtenaar@gemeente.example", "officer of a city"],
  ["teamleider@gemeente.example", "team lead of that office"],
  ["administratie@gemeente.example", "clerk of that office, distributes"],
  ["ambtenaar@bureau.example", "officer of a joint bureau"],
  ["rmc@regio.example", "coordinator of a regional point"],
  ["analist@regio.example", "analyst of that region"],
  ["servicedesk@loket.example", "service desk"],
  ["beheer@loket.example", "functional administrator"],
  ["auditor@loket.example", "auditor"],
] as const;

export function demoAccountLines(): string {
  const width = Math.max(...demoAccounts.map(([email]) => email.length));
  const lines = demoAccounts.map(([email, who]) => `  ${email.padEnd(width)}  ${who}`);
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
