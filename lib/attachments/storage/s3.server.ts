import "server-only";
import { Readable } from "node:stream";
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { S3Place } from "@/lib/config/settings";
import { joinByCopying, ObjectMissing, type ObjectStore } from "./store";

/** For one request, of which a file of ten megabytes takes several; whoever reads slowly later is not hurried. */
const patienceMilliseconds = 10_000;

/** Papers at any server that speaks S3, one object each, sent in parts so that memory does not grow with them. */
export function s3Store({ bucket, ...place }: S3Place, patience = patienceMilliseconds): ObjectStore {
  const client = new S3Client({
    endpoint: place.endpoint,
    region: place.region,
    credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
    forcePathStyle: true,
    maxAttempts: 2,
    requestHandler: { connectionTimeout: patience, requestTimeout: patience, throwOnRequestTimeout: true },
    // Not every server knows the newer checksums; a paper is proved by its own seal.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const objectOf = (key: string) => ({ Bucket: bucket, Key: key });
  const own = {
    put: async (key: string, bytes: AsyncIterable<Uint8Array>) => {
      await new Upload({ client, params: { ...objectOf(key), Body: Readable.from(bytes) } }).done();
    },
    get: (key: string) => get(client, objectOf(key)),
    remove: async (key: string) => {
      await client.send(new DeleteObjectCommand(objectOf(key)));
    },
  };
  return { ...own, join: (keys, into) => joinByCopying(own, keys, into) };
}

async function* get(client: S3Client, object: { Bucket: string; Key: string }): AsyncGenerator<Uint8Array> {
  const body = await bodyOf(client, object);
  for await (const chunk of body) yield chunk;
}

async function bodyOf(client: S3Client, object: { Bucket: string; Key: string }): Promise<Readable> {
  try {
    const { Body } = await client.send(new GetObjectCommand(object));
    if (Body instanceof Readable) return Body;
    throw new ObjectMissing(object.Key);
  } catch (error) {
    throw error instanceof NoSuchKey ? new ObjectMissing(object.Key, { cause: error }) : error;
  }
}
