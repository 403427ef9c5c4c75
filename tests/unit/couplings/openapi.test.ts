import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { GET } from "@/app/api/v1/openapi.json/route";
import { apiMethods } from "@/lib/couplings/api-methods";
import { openApiDocument } from "@/lib/couplings/openapi";
import { filesOf, textOf } from "@/tests/support/tree";

const document: Record<string, unknown> = JSON.parse(JSON.stringify(openApiDocument()));
const methods = ["get", "post", "put", "patch", "delete"];

interface Described {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, unknown>> }>>>
  >;
  readonly openapi: string;
}

function described(): Described {
  const { paths, openapi } = openApiDocument();
  return JSON.parse(JSON.stringify({ paths, openapi }));
}

/** The methods of the route files, by the path of their folder. Two folders are no calls of the API itself. */
function routed(): readonly string[] {
  return filesOf("app/api/v1/**/route.ts").flatMap((file) => {
    const folder = path.dirname(file).replace("app/api/v1", "").replaceAll("[", "{").replaceAll("]", "}");
    if (folder === "/openapi.json" || folder.includes("...")) return [];
    return methods.filter((method) => hasMethod(file, method)).map((method) => `${method} ${folder}`);
  });
}

function hasMethod(file: string, method: string): boolean {
  return new RegExp(`export (const|async function|function) ${method.toUpperCase()}\\b`).test(textOf(file));
}

test("every route is in OpenAPI, and everything in OpenAPI is a route", () => {
  const { paths } = described();
  const told = Object.entries(paths).flatMap(([where, item]) =>
    Object.keys(item).map((method) => `${method} ${where}`),
  );
  expect(told.toSorted()).toEqual(routed().toSorted());
  expect(told.length).toBeGreaterThan(8);
});

test("the front door knows the methods of every path", () => {
  const known = Object.entries(apiMethods).flatMap(([where, allowed]) =>
    allowed.map((method) => `${method.toLowerCase()} ${where}`),
  );
  expect(known.toSorted()).toEqual(["get /openapi.json", ...routed()].toSorted());
});

test("the glob of route files finds the folders that are there", () => {
  expect(readdirSync("app/api/v1").length).toBeGreaterThan(3);
});

test("it is OpenAPI 3.1, and every reference in it leads somewhere", () => {
  expect(described().openapi).toBe("3.1.0");
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, where = ""]) => where);
  expect(references.length).toBeGreaterThan(10);
  for (const where of references) {
    const found = where.split("/").reduce<unknown>((value, key) => Reflect.get(Object(value), key), document);
    expect(found, where).toBeTypeOf("object");
  }
});

test("what belongs together or stands is said where it is sent", () => {
  const { components } = Object(document);
  const { StatusInput, CorrectionInput } = components.schemas;
  for (const field of ["closeReason", "closeNote"]) {
    expect(StatusInput.properties[field].description).toMatch(/closed.*verplicht/);
  }
  expect(StatusInput.properties.reason.description).toContain("in_progress");
  expect(CorrectionInput.description).toMatch(/eerste dag staan vast.*trek/);
});

test("every call says what it answers, and which problems it can have", () => {
  for (const [where, item] of Object.entries(described().paths)) {
    for (const [method, { responses }] of Object.entries(item)) {
      const statuses = Object.keys(responses);
      expect(statuses, `${method} ${where}`).toEqual(expect.arrayContaining(["400", "401", "429", "503"]));
      expect(
        statuses.some((status) => status.startsWith("2")),
        `${method} ${where}`,
      ).toBe(true);
    }
  }
});

test("a report's fields and its codes are described, and nothing else is accepted", () => {
  const text = JSON.stringify(document);
  for (const word of ["firstDay", "sixteen_hours_in_four_weeks", "truancy", "Idempotency-Key", "If-Match"]) {
    expect(text).toContain(word);
  }
  expect(text).toContain('"additionalProperties":false');
});

test("the document is served with the headers of all other answers", () => {
  const { headers } = GET();
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});
