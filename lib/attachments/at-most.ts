/** Thrown into the stream when more comes than may. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

export async function* atMost(bytes: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.byteLength;
    if (length > most) throw new TooLarge("more came than may");
    yield chunk;
  }
}
