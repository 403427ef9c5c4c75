"use server";

import { placementInput, placeReport } from "@/lib/reports/commands/place-report.server";
import { formAction } from "@/lib/web/form-action.server";

export const placeReportAction = formAction(
  placementInput,
  placeReport,
  ({ reference }) => `/routering?${new URLSearchParams({ geplaatst: reference })}`,
);
