import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { promisify } from "node:util";
import { type APIRequestContext, expect } from "@playwright/test";
import { z } from "zod";
import { cityOffice } from "@/prisma/seed/offices";
import { cityStudent, dataDirectory, today } from "./desk";
import { nameOf } from "./report-form";
import { test } from "./test";

const firstPlace = 30;
const run = promisify(execFile);

const clientAnswer = z.object({ clientId: z.string(), clientSecret: z.string() });
const tokenAnswer = z.object({
  access_token: z.string(),
  token_type: z.literal("Bearer"),
  expires_in: z.number().max(900),
});
const filedAnswer = z.object({
  reference: z.string(),
  status: z.literal("registered"),
  dueAt: z.iso.datetime(),
  assignment: z.object({ outcome: z.string(), office: z.object({ code: z.string(), name: z.string() }) }),
});

test("a school's system files over the API, the officer has it in the inbox, and the city's system moves it on", async ({
  request,
  visit,
}) => {
  const student = await cityStudent(firstPlace);
  const school = apiOf(request, await tokenOf(request, "00AH", "reports:file", "reports:read"));
  const key = randomUUID();
  const body = {
    school: { brin: "00AH", location: student.school["location_code"] },
    student: { number: student.number },
    type: "holiday_truancy",
    firstDay: today,
    reasonCode: "holiday",
    urgent: { reason: "Het gezin vertrekt morgen." },
    contact: { name: "Leerlingadministratie", email: "administratie@vo.example" },
  };
  const answered = await school.post("/reports", body, key);
  expect(answered.status()).toBe(201);
  const filed = filedAnswer.parse(await answered.json());
  expect(filed.assignment).toMatchObject({ outcome: "assigned", office: cityOffice });
  const again = await school.post("/reports", body, key);
  expect(filedAnswer.parse(await again.json()).reference).toBe(filed.reference);

  const page = await visit("ambtenaar@gemeente.example");
  await page.goto("/werkvoorraad?lijst=urgent");
  await expect(page.locator(`a[href="/werkvoorraad/${filed.reference}"]`)).toHaveText(nameOf(student));

  const city = apiOf(request, await tokenOf(request, cityOffice.code, "reports:handle", "reports:read"));
  expect((await city.post(`/reports/${filed.reference}/status`, { status: "in_progress" })).status()).toBe(200);
  const withoutReason = await city.post(`/reports/${filed.reference}/status`, { status: "closed" });
  expect(withoutReason.status()).toBe(422);
  expect(withoutReason.headers()["content-type"]).toContain("application/problem+json");
  const closing = { status: "closed", closeReason: "back_to_school", closeNote: "student_seen" };
  expect((await city.post(`/reports/${filed.reference}/status`, closing)).status()).toBe(200);

  const events = await school.get(`/reports/${filed.reference}/events`);
  expect(events.status()).toBe(200);
  const story = await events.text();
  for (const kind of ["filed", "routed", "taken_up", "closed"]) expect(story).toContain(`"kind":"${kind}"`);
  expect(story).toContain(cityOffice.name);
  await page.goto(`/werkvoorraad/${filed.reference}`);
  await expect(page.getByRole("list", { name: "Wat er met deze melding gebeurt" })).toContainText("Terug naar school");
});

/** As an administrator makes a client: on the command line, on the desk that runs. */
async function tokenOf(request: APIRequestContext, organisation: string, ...scopes: string[]): Promise<string> {
  const desk = path.join(import.meta.dirname, "..", "..", "bin", "desk.mjs");
  const args = [desk, "client", "create", "--organisation", organisation, "--scope", ...scopes];
  const env = { ...process.env, DATA_DIR: dataDirectory, DATABASE_URL: "", MIGRATION_DATABASE_URL: "" };
  const { stdout } = await run(process.execPath, args, { env });
  const { clientId, clientSecret } = clientAnswer.parse(JSON.parse(stdout));
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
  const answer = await request.post("/api/v1/token", {
    headers: { authorization: `Basic ${basic}` },
    form: { grant_type: "client_credentials" },
  });
  expect(answer.status()).toBe(200);
  return tokenAnswer.parse(await answer.json()).access_token;
}

function apiOf(request: APIRequestContext, token: string) {
  const authorization = `Bearer ${token}`;
  return {
    get: (address: string) => request.get(`/api/v1${address}`, { headers: { authorization } }),
    post: (address: string, data: unknown, key: string = randomUUID()) =>
      request.post(`/api/v1${address}`, { headers: { authorization, "idempotency-key": key }, data }),
  };
}
