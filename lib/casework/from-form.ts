import { z } from "zod";
import { readWrittenDay } from "@/lib/shared/calendar-date";

/** A day in a form is typed as people write it; what is no day goes on as it is and is refused at the field. */
export function withWrittenDay<Schema extends z.ZodType>(field: string, schema: Schema) {
  return z.preprocess((given) => {
    const written: unknown = isFields(given) ? given[field] : undefined;
    return isFields(given) && typeof written === "string"
      ? { ...given, [field]: readWrittenDay(written) ?? written }
      : given;
  }, schema);
}

function isFields(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null;
}
