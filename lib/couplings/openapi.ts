import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { scopes } from "@/lib/identity/viewer";
import { problemAnswer, tokenAnswer } from "./answers";
import { apiPath, type Operation, operations } from "./operations";

const table: Readonly<Record<string, Operation>> = operations;

/** The description of the API, made from the table that the routes themselves run on. */
export function openApiDocument() {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Verzuimloket",
      version: "1",
      description:
        "Verzuim melden en volgen. Elke POST die iets aanmaakt, heeft een Idempotency-Key nodig; wie hetzelfde bericht nog eens stuurt, krijgt zeven dagen lang hetzelfde antwoord. Meer dan 100 vragen per seconde (200 ineens) krijgen 429; dat wordt per proces van het loket geteld. Fouten zijn problemen volgens RFC 9457; op hun code kunt u bouwen.",
    },
    servers: [{ url: apiPath }],
    security: [{ token: [] }],
    paths: { "/token": { post: tokenOperation }, ...paths() },
    components: {
      securitySchemes: {
        token: {
          type: "oauth2",
          flows: {
            clientCredentials: {
              tokenUrl: `${apiPath}/token`,
              scopes: Object.fromEntries(scopes.map((scope) => [scope, scope])),
            },
          },
        },
        client: { type: "http", scheme: "basic" },
      },
    },
  });
}

function paths(): ZodOpenApiPathsObject {
  const found: ZodOpenApiPathsObject = {};
  for (const [name, operation] of Object.entries(table)) {
    const method = operation.method === "GET" ? "get" : "post";
    found[operation.path] = { ...found[operation.path], [method]: toOperationObject(name, operation) };
  }
  return found;
}

function toOperationObject(name: string, operation: Operation): ZodOpenApiOperationObject {
  const hasReference = operation.path.includes("{");
  return {
    operationId: name,
    summary: operation.summary,
    security: [{ token: [...operation.scopes] }],
    requestParams: {
      ...(operation.query instanceof z.ZodObject ? { query: operation.query } : {}),
      ...(hasReference ? { path: pathOf(operation) } : {}),
      ...headersOf(operation),
    },
    ...(operation.method === "POST" ? { requestBody: { required: true, content: bodyOf(operation) } } : {}),
    responses: {
      [`${operation.status}`]: { description: "Gelukt", content: answerOf(operation) },
      ...problems(...statusesOf(operation, hasReference)),
    },
  };
}

function pathOf({ path }: Operation) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return z.object(Object.fromEntries(names.map((name) => [name, name === "id" ? z.uuid() : z.string()])));
}

function bodyOf({ body, file }: Operation) {
  return file === "in" ? { "multipart/form-data": { schema: body } } : json(body);
}

function answerOf({ answer, file }: Operation) {
  return file === "out" ? { "application/octet-stream": { schema: answer } } : json(answer);
}

function headersOf({ creates, changes }: Operation) {
  if (creates) return { header: z.object({ "Idempotency-Key": z.string().min(1).max(255) }) };
  return changes ? { header: z.object({ "If-Match": z.string().optional() }) } : {};
}

function statusesOf(operation: Operation, hasReference: boolean): readonly string[] {
  const found = ["400", "401", "403", "429", "503"];
  if (hasReference) found.push("404");
  if (operation.method === "POST") found.push("409", "413", "415");
  if (operation.changes) found.push("412");
  return [...found, "422"].sort();
}

function problems(...statuses: readonly string[]) {
  const content = { "application/problem+json": { schema: problemAnswer } };
  return Object.fromEntries(statuses.map((status) => [status, { description: "Probleem", content }]));
}

function json(schema: z.ZodType) {
  return { "application/json": { schema } };
}

const tokenOperation: ZodOpenApiOperationObject = {
  operationId: "requestToken",
  summary: "Een token voor hooguit 15 minuten",
  security: [{ client: [] }],
  requestBody: {
    required: false,
    content: {
      "application/x-www-form-urlencoded": {
        schema: z.object({ grant_type: z.literal("client_credentials"), scope: z.string().optional() }),
      },
    },
  },
  responses: {
    "200": { description: "Gelukt", content: json(tokenAnswer) },
    ...problems("400", "401", "413", "415", "429", "503"),
  },
};
