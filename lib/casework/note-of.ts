/** The internal note of an act, as the event wants it: absent when there is none. */
export function noteOf(input: { readonly note?: string | undefined }): { readonly note?: string } {
  return input.note === undefined ? {} : { note: input.note };
}
