import { z } from "zod";
import { brin, day, fullLocationCode, inOrder, locationCode, oneOf, text } from "@/lib/directory/imports/cells";
import { defineImport } from "@/lib/directory/imports/define-import";
import { calendarKinds, calendarOwner, holidayRegions } from "@/lib/directory/school-calendar";

const period = inOrder("first_day", "last_day");

export const calendar = defineImport({
  row: z
    .strictObject({
      region: oneOf(holidayRegions).optional(),
      brin: brin.optional(),
      location_code: locationCode.optional(),
      group: text(30).optional(),
      programme_code: text(20).optional(),
      first_day: day,
      last_day: day,
      kind: oneOf(calendarKinds),
      name: text(100).optional(),
    })
    .refine(period.holds, period.refusal)
    .refine((row) => (row.region === undefined) !== (row.brin === undefined), {
      path: ["region"],
      error: "region-or-school",
    })
    .refine((row) => row.brin !== undefined || !(row.location_code ?? row.group ?? row.programme_code), {
      path: ["brin"],
      error: "school-needed",
    }),
  staged: {
    owner: "text",
    first_day_on: "date",
    last_day_on: "date",
    kind: "text",
    holiday_region: "text",
    brin: "text",
    location_code: "text",
    group_name: "text",
    programme_code: "text",
    name: "text",
  },
  stage: ({ region, brin: school, location_code, group, first_day, last_day, ...row }) => {
    const location = school && location_code ? fullLocationCode({ brin: school, location_code }) : undefined;
    const owner =
      region === undefined
        ? calendarOwner({ brin: school ?? "", locationCode: location, group, programmeCode: row.programme_code })
        : calendarOwner({ holidayRegion: region });
    return {
      ...row,
      owner,
      first_day_on: first_day,
      last_day_on: last_day,
      holiday_region: region,
      brin: school,
      location_code: location,
      group_name: group,
    };
  },
});
