// The front door reads this before anything is bundled: hence no imports. A test holds it to the routes that are there.

const read = ["GET"] as const;
const tell = ["POST"] as const;
const both = ["GET", "POST"] as const;

/** The methods of every path below `/api/v1`. */
export const apiMethods: Readonly<Record<string, readonly string[]>> = {
  "/changes": read,
  "/deliveries": read,
  "/deliveries/{id}": read,
  "/deliveries/{id}/files/{name}": read,
  "/figures": read,
  "/openapi.json": read,
  "/reports": both,
  "/reports/{reference}": read,
  "/reports/{reference}/attachments": both,
  "/reports/{reference}/attachments/{id}": read,
  "/reports/{reference}/correction": tell,
  "/reports/{reference}/events": read,
  "/reports/{reference}/status": tell,
  "/reports/{reference}/withdrawal": tell,
  "/token": tell,
};

const patterns = Object.entries(apiMethods).map(([path, methods]) => {
  const form = path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+");
  return { form: new RegExp(`^/api/v1${form}$`), methods };
});

/** What may be done at this address, as the header `Allow` says it; null: there is no such address. */
export function apiMethodsAt(path: string): readonly string[] | null {
  const methods = patterns.find(({ form }) => form.test(path))?.methods;
  return methods?.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])) ?? null;
}
