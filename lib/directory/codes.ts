/** Where somebody can be enrolled; `OTHER` is education that is not funded, police and defence. */
export const enrolmentSectors = ["PO", "SO", "VO", "MBO", "HO", "OTHER"] as const;

/** Sectors of which the schools report at this desk. */
export const reportingSectors = [
  "PO",
  "SO",
  "VO",
  "MBO",
] as const satisfies readonly (typeof enrolmentSectors)[number][];

export const diplomas = [
  "vmbo",
  "havo",
  "vwo",
  "mbo1",
  "mbo2",
  "mbo3",
  "mbo4",
  "pro_certificate",
  "vso_certificate",
] as const;

export const exitReasons = [
  "graduated",
  "other_programme",
  "other_school",
  "work",
  "moved",
  "abroad",
  "care",
  "deceased",
  "expelled",
  "unknown",
  "other",
] as const;

/** Articles of the Leerplichtwet, and two that work like one: substitute education and work beside a certificate. */
export const exemptionArticles = ["5a", "5b", "5c", "5-travelling", "15", "substitute", "employed"] as const;
