import sharp from "sharp";
import { fail, ok, type Result } from "@/lib/shared/result";
import { limits } from "../limits";

// One image is drawn by one thread, and none is remembered: many may come at once.
sharp.concurrency(1);
sharp.cache(false);

/**
 * An image drawn anew: upright, in plain colours, and without anything that stood beside the picture, such as the
 * place where it was taken.
 */
export async function inspectImage(bytes: Buffer, format: "jpg" | "png"): Promise<Result<Buffer>> {
  const size = await sizeOf(bytes, format);
  if (size === null) return fail({ code: "file-broken" });
  if (size > limits.pixels) return fail({ code: "image-too-large" });
  const drawn = sharp(bytes, { failOn: "truncated", limitInputPixels: limits.pixels, sequentialRead: true })
    .rotate()
    .toColourspace("srgb");
  const kept = format === "jpg" ? drawn.jpeg({ quality: 85 }) : drawn.png();
  const done = await kept.toBuffer().catch(notAnImage);
  return done === null ? fail({ code: "file-broken" }) : ok(done);
}

/** In pixels; null: it cannot be read. */
async function sizeOf(bytes: Buffer, format: "jpg" | "png"): Promise<number | null> {
  const found = await sharp(bytes, { limitInputPixels: false }).metadata().catch(notAnImage);
  const isAsNamed = found?.format === (format === "jpg" ? "jpeg" : "png");
  return isAsNamed ? found.width * found.height * (found.pages ?? 1) : null;
}

/** Whatever the decoder says of bytes that it cannot read: they are the sender's, not our fault. */
function notAnImage(error: unknown): null {
  if (error instanceof Error) return null;
  throw error;
}
