import { fail, ok, type Result } from "@/lib/shared/result";

const depthMax = 16;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);
/** Strings whole, so that a brace inside one is no brace; and the signs that open, close and name. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** JSON without the parts that readers understand differently: keys that occur twice, keys of objects themselves. */
export function parseStrictJson(text: string): Result<unknown> {
  const parsed = parse(text);
  return parsed.ok && hasPlainShape(text) ? parsed : fail({ code: "json-invalid" });
}

function parse(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail({ code: "json-invalid" });
  }
}

/** Looks at the text itself, because the parser has already forgotten what stood there twice. The text is valid JSON. */
function hasPlainShape(text: string): boolean {
  const open: Set<string>[] = [];
  let word = "";
  for (const [token] of text.matchAll(tokens)) {
    if (token === ":" && !takeKey(open.at(-1), word)) return false;
    if (!follow(open, token)) return false;
    word = token;
  }
  return true;
}

function follow(open: Set<string>[], token: string): boolean {
  if ("{[".includes(token)) open.push(new Set());
  if ("}]".includes(token)) open.pop();
  return open.length <= depthMax;
}

function takeKey(keys: Set<string> | undefined, word: string): boolean {
  const key = String(JSON.parse(word));
  if (keys === undefined || keys.has(key) || forbiddenKeys.has(key)) return false;
  keys.add(key);
  return true;
}
