import { createSecretKey, type KeyObject } from "node:crypto";
import { z } from "zod";

/** A setting that is missing or wrong. Its message is one sentence that starts with the setting's name. */
export class SettingProblem extends Error {
  override name = "SettingProblem";
}

type Source = Readonly<Record<string, string | undefined>>;

export type EncryptionKey = { readonly id: string; readonly key: KeyObject };

const absent = (value: unknown) => (value === "" ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(absent, schema.optional());
const withDefault = <Schema extends z.ZodType>(schema: Schema, value: string) =>
  z.preprocess((given) => absent(given) ?? value, schema);

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

const urlOf = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });

const origin = urlOf("http:", "https:")
  .refine((value) => new URL(value).pathname === "/", "must be an origin, without a path")
  .transform((value) => new URL(value).origin);

const databaseUrl = urlOf("postgres:", "postgresql:");

const bytesOf = (text: string) => Buffer.from(text, "base64");
const key32 = z
  .string()
  .transform(bytesOf)
  .refine((bytes) => bytes.length === 32, "must hold 32 bytes in base64");

const encryptionKey = z
  .string()
  .regex(/^[a-z0-9-]{1,32}:[A-Za-z0-9+/=_-]+$/, "must be a list of id:base64, separated by commas")
  .transform((text) => {
    const at = text.indexOf(":");
    return { id: text.slice(0, at), bytes: bytesOf(text.slice(at + 1)) };
  })
  .refine(({ bytes }) => bytes.length === 32, "must hold keys of 32 bytes in base64, each with its id")
  // Handing over the bytes at each text that is opened took five times as long.
  .transform(({ id, bytes }): EncryptionKey => ({ id, key: createSecretKey(bytes) }));

/** A place at a server that speaks S3. */
export interface S3Place {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export type AttachmentStore =
  | { readonly kind: "database" }
  | { readonly kind: "directory"; readonly path: string }
  | { readonly kind: "s3"; readonly place: S3Place };

/** Where the papers lie that go along with reports. */
const attachmentStore = z.string().transform((text, context): AttachmentStore => {
  if (text === "database") return { kind: "database" };
  if (/^directory:.+/.test(text)) return { kind: "directory", path: text.slice("directory:".length) };
  const place = text.startsWith("s3:") ? s3Place(text.slice("s3:".length)) : null;
  if (place !== null) return { kind: "s3", place };
  context.addIssue("must be database, directory:PATH or s3:https://KEY:SECRET@HOST/BUCKET?region=REGION");
  return z.NEVER;
});

/** Null: no address with a key, a secret and a bucket. */
function s3Place(text: string): S3Place | null {
  const url = URL.parse(text);
  const bucket = url?.pathname.replaceAll("/", "") ?? "";
  if (url === null || !/^https?:$/.test(url.protocol) || !/^[a-z0-9.-]{3,63}$/.test(bucket)) return null;
  if (url.username === "" || url.password === "") return null;
  return {
    endpoint: url.origin,
    bucket,
    region: url.searchParams.get("region") ?? "us-east-1",
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
}

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (text) => (typeof text === "string" ? text.split(",").map((part) => part.trim()) : text),
    z.array(item).min(1),
  );

/** What `npm start` must know before there is a database or a key. */
const launchShape = {
  PORT: withDefault(wholeNumber(1, 65_535), "3000"),
  HOST: withDefault(z.string().regex(/^[A-Za-z0-9.:-]+$/, "must be an address or a name"), "127.0.0.1"),
  PUBLIC_URL: optional(origin),
  DATA_DIR: withDefault(z.string(), ".data"),
  SEED: optional(z.enum(["none", "demo"], { error: "must be none or demo" })),
  DATABASE_URL: optional(databaseUrl),
  MIGRATION_DATABASE_URL: optional(databaseUrl),
  SMTP_URL: optional(urlOf("smtp:", "smtps:")),
  MAIL_FROM: withDefault(z.string().includes("@", { error: "must be a mail address" }), "verzuimloket@localhost"),
  REPLY_DOMAIN: optional(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be the name of a mail domain")),
  REPLY_PORT: withDefault(wholeNumber(1, 65_535), "2525"),
  REPLY_HOST: withDefault(z.string().regex(/^[A-Za-z0-9.:-]+$/, "must be an address or a name"), "127.0.0.1"),
  ATTACHMENT_STORE: withDefault(attachmentStore, "database"),
  CLAMD_URL: optional(urlOf("tcp:", "unix:")),
  LOG_LEVEL: withDefault(
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "must be fatal, error, warn, info, debug, trace or silent",
    }),
    "info",
  ),
  DATABASE_POOL_MAX: withDefault(wholeNumber(1, 200), "10"),
};

const launchSettings = z.object(launchShape);

/** What every process of a running desk must have. */
const deskSettings = z.object({
  ...launchShape,
  DATABASE_URL: databaseUrl,
  ENCRYPTION_KEYS: listOf(encryptionKey),
  LOOKUP_KEY: key32,
  SESSION_SECRETS: listOf(z.string().min(32, "must be secrets of at least 32 characters, separated by commas")),
});

function parse<Schema extends z.ZodType>(schema: Schema, source: Source): z.output<Schema> {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? "settings");
    const given = source[name];
    return given === undefined || given === "" ? `${name} is missing` : `${name} ${issue.message}`;
  });
  throw new SettingProblem(`${[...new Set(sentences)].join("; ")}.`);
}

export function parseLaunchSettings(source: Source) {
  const values = parse(launchSettings, source);
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? null,
    dataDirectory: values.DATA_DIR,
    seed: values.SEED ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL ?? null,
  };
}

export function parseSettings(source: Source) {
  const values = parse(deskSettings, source);
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? null,
    dataDirectory: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    databasePoolMax: values.DATABASE_POOL_MAX,
    encryptionKeys: values.ENCRYPTION_KEYS,
    lookupKey: values.LOOKUP_KEY,
    sessionSecrets: values.SESSION_SECRETS,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM,
    /** Null: nobody can answer by mail. */
    replies:
      values.REPLY_DOMAIN === undefined
        ? null
        : { domain: values.REPLY_DOMAIN, port: values.REPLY_PORT, host: values.REPLY_HOST },
    attachmentStore: values.ATTACHMENT_STORE,
    clamdUrl: values.CLAMD_URL ?? null,
    logLevel: values.LOG_LEVEL,
  };
}

export type LaunchSettings = ReturnType<typeof parseLaunchSettings>;
export type Settings = ReturnType<typeof parseSettings>;

/** Where people find the desk: its public origin, or this machine. */
export function addressOf(settings: Pick<LaunchSettings, "publicUrl" | "port">): string {
  return settings.publicUrl ?? `http://localhost:${settings.port}`;
}
