import { createHash, randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { GET as getFile } from "@/app/api/v1/reports/[reference]/attachments/[id]/route";
import { GET as getPapers, POST as postPaper } from "@/app/api/v1/reports/[reference]/attachments/route";
import { addedAttachmentAnswer, attachmentsAnswer } from "@/lib/couplings/attachment-answers";
import { prisma } from "@/lib/db/client.server";
import { aToken } from "@/tests/support/api";
import { aPdf } from "@/tests/support/papers";
import { aFiledReport, aWorld, type World } from "@/tests/support/world";

const origin = "http://localhost:3000/api/v1/reports";

let world: World;
let reference: string;
let token: string;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
  token = await aToken(world.brin, "attachments:write", "reports:read");
});

interface Sending {
  readonly by?: string;
  readonly key?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly after?: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly bytes?: Buffer;
}

function upload({
  by = token,
  key = randomUUID(),
  fields = { kind: "letter" },
  after = {},
  name = "brief.pdf",
  bytes = aPdf(),
}: Sending = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set("file", new File([new Uint8Array(bytes)], name));
  for (const [field, value] of Object.entries(after)) form.set(field, value);
  const headers = { authorization: `Bearer ${by}`, "idempotency-key": key };
  const request = new Request(`${origin}/${reference}/attachments`, { method: "POST", headers, body: form });
  return postPaper(request, { params: Promise.resolve({ reference }) });
}

const ask = (path: string, by = token) =>
  new Request(`${origin}/${path}`, { headers: { authorization: `Bearer ${by}` } });
const list = () => getPapers(ask(`${reference}/attachments`), { params: Promise.resolve({ reference }) });
const download = (id: string, by = token) =>
  getFile(ask(`${reference}/attachments/${id}`, by), { params: Promise.resolve({ reference, id }) });

test("a paper that a system adds is listed and comes back as it was sent, never to be shown in place", async () => {
  const bytes = aPdf();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const added = await upload({ bytes, fields: { kind: "letter", size: String(bytes.length), sha256 } });
  expect(added.status).toBe(201);
  const { id, links } = addedAttachmentAnswer.parse(await added.json());
  expect(links.self).toBe(`/api/v1/reports/${reference}/attachments/${id}`);
  const { attachments } = attachmentsAnswer.parse(await (await list()).json());
  expect(attachments).toMatchObject([{ id, kind: "letter", format: "pdf", name: "brief.pdf", sha256, state: "clean" }]);
  const file = await download(id);
  expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="brief.pdf"; filename*=UTF-8''brief.pdf`,
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "accept-ranges": "none",
  });
});

test("a file alone is enough: what kind of paper it is need not be said", async () => {
  expect((await upload({ fields: {} })).status).toBe(201);
  expect(attachmentsAnswer.parse(await (await list()).json()).attachments).toMatchObject([{ kind: "other" }]);
});

test("the same call again gets the same answer and adds nothing; another under its key is refused", async () => {
  const key = randomUUID();
  const first = await (await upload({ key })).json();
  expect(await (await upload({ key })).json()).toEqual(first);
  const other = await upload({ key, bytes: aPdf("% another\n") });
  expect([other.status, (await other.json()).code]).toEqual([422, "idempotency-key-reused"]);
  expect(await prisma.attachment.count({ where: { report: { reference } } })).toBe(1);
});

test("two files at one moment under one key: one is kept, the other is told that the key is taken", async () => {
  const key = randomUUID();
  const answers = await Promise.all(["% one\n", "% two\n"].map((text) => upload({ key, bytes: aPdf(text) })));
  const said = await Promise.all(answers.map(async (answer) => [answer.status, (await answer.json()).code]));
  expect(said.sort()).toEqual([
    [201, undefined],
    [422, "idempotency-key-reused"],
  ]);
  expect(await prisma.attachment.count({ where: { report: { reference } } })).toBe(1);
  expect(await prisma.attachmentUpload.count()).toBe(0);
});

test("one file twice at one moment under one key is kept once, and both hear the same paper", async () => {
  const key = randomUUID();
  const answers = await Promise.all([upload({ key }), upload({ key })]);
  const [one, other] = await Promise.all(answers.map(async (answer) => (await answer.json()).id));
  expect(one).toBe(other);
  expect(await prisma.attachment.count({ where: { report: { reference } } })).toBe(1);
});

const refusals: readonly (readonly [string, Sending, number, string])[] = [
  ["an unknown kind", { fields: { kind: "x" } }, 422, "choice-unknown"],
  ["an unknown field", { fields: { kind: "letter", extra: "x" } }, 400, "field-unknown"],
  ["a field after the file", { fields: {}, after: { kind: "letter" } }, 400, "field-after-file"],
  ["another fingerprint", { fields: { kind: "letter", sha256: "0".repeat(64) } }, 400, "upload-cut"],
  ["an empty file", { bytes: Buffer.alloc(0) }, 422, "file-empty"],
  ["a program", { name: "spel.exe" }, 415, "file-kind-refused"],
  ["a file too large", { name: "a.txt", bytes: Buffer.alloc(10 * 1024 * 1024 + 1, "a") }, 413, "file-too-large"],
];

test.each(refusals)("with %s it is refused with a code, and nothing is kept", async (_, sending, status, code) => {
  const answer = await upload(sending);
  expect([answer.status, (await answer.json()).code]).toEqual([status, code]);
  expect(await prisma.attachment.count({ where: { report: { reference } } })).toBe(0);
});

test("a body that is no form, or a token without the scope, gets nowhere", async () => {
  const headers = { authorization: `Bearer ${token}`, "idempotency-key": "k", "content-type": "application/json" };
  const request = new Request(`${origin}/${reference}/attachments`, { method: "POST", headers, body: "{}" });
  expect((await postPaper(request, { params: Promise.resolve({ reference }) })).status).toBe(415);
  const reader = await aToken(world.brin, "reports:read");
  expect((await upload({ by: reader })).status).toBe(403);
});

test("a paper of another school is not there, and neither is the report", async () => {
  const { id } = await (await upload()).json();
  const elsewhere = await aWorld();
  const stranger = await aToken(elsewhere.brin, "attachments:write", "reports:read");
  expect((await download(id, stranger)).status).toBe(404);
  expect((await upload({ by: stranger })).status).toBe(404);
});

test("the system of the office reads what the school sent", async () => {
  const { id } = await (await upload()).json();
  const office = await aToken(world.office.code, "reports:read");
  expect((await download(id, office)).status).toBe(200);
});
