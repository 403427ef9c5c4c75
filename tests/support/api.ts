import { randomUUID } from "node:crypto";
import { GET as getChanges } from "@/app/api/v1/changes/route";
import { GET as getFigures } from "@/app/api/v1/figures/route";
import { POST as postCorrection } from "@/app/api/v1/reports/[reference]/correction/route";
import { GET as getEvents } from "@/app/api/v1/reports/[reference]/events/route";
import { GET as getReport } from "@/app/api/v1/reports/[reference]/route";
import { POST as postStatus } from "@/app/api/v1/reports/[reference]/status/route";
import { POST as postWithdrawal } from "@/app/api/v1/reports/[reference]/withdrawal/route";
import { GET as getReports, POST as postReport } from "@/app/api/v1/reports/route";
import { createClient } from "@/lib/couplings/commands/create-client.server";
import { issueToken } from "@/lib/couplings/commands/issue-token.server";
import { type Scope, systemViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";

const origin = "http://localhost:3000";

type Headers = Readonly<Record<string, string>>;

/** A client of this organisation, as the command line makes it. */
export async function aClient(organisation: string, ...scopes: readonly Scope[]) {
  const created = await createClient(systemViewer("command-line"), { organisation, scopes: [...scopes] }, now());
  if (!created.ok) throw new Error(`no client: ${JSON.stringify(created.problems)}`);
  return created.value;
}

/** A token of a new client of this organisation. */
export async function aToken(organisation: string, ...scopes: readonly Scope[]): Promise<string> {
  const client = await aClient(organisation, ...scopes);
  const asked = { ...client, scopes: null, network: "test" };
  const issued = await issueToken(systemViewer("sign-in"), asked, now());
  if (!issued.ok) throw new Error(`no token: ${JSON.stringify(issued.problems)}`);
  return issued.value.token;
}

/** The API as a coupled system calls it, by the handlers of its routes. */
export function apiOf(token: string) {
  const send = (body: unknown, headers: Headers = {}) => ({
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const ask = (path: string) =>
    new Request(`${origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  const tell = (path: string, body: unknown, headers?: Headers) =>
    new Request(`${origin}/api/v1${path}`, send(body, headers));
  const at = (reference?: string) => (reference === undefined ? {} : { params: Promise.resolve({ reference }) });
  return {
    file: (body: unknown, headers: Headers = { "idempotency-key": randomUUID() }) =>
      postReport(tell("/reports", body, headers), at()),
    list: (query = "") => getReports(ask(`/reports${query}`), at()),
    read: (reference: string) => getReport(ask(`/reports/${reference}`), at(reference)),
    events: (reference: string) => getEvents(ask(`/reports/${reference}/events`), at(reference)),
    correct: (reference: string, body: unknown, headers?: Headers) =>
      postCorrection(tell(`/reports/${reference}/correction`, body, headers), at(reference)),
    withdraw: (reference: string, body: unknown, headers?: Headers) =>
      postWithdrawal(tell(`/reports/${reference}/withdrawal`, body, headers), at(reference)),
    setStatus: (reference: string, body: unknown, headers?: Headers) =>
      postStatus(tell(`/reports/${reference}/status`, body, headers), at(reference)),
    figures: (query: string) => getFigures(ask(`/figures?${query}`), at()),
    changes: (query = "") => getChanges(ask(`/changes${query}`), at()),
  };
}
