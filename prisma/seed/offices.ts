import type { Row } from "./csv";

const everyDuty = ["compulsory", "qualification"] as const;
const since = "2009-08-01";

/** The city with an office of its own, and the region around it with a joint bureau and a regional point. */
export const homeCity = "0153";
export const homeRegion = "12";
/** A municipality that no office is competent for, so that the desk shows what happens then. */
const forgotten = "0088";

export const cityOffice = { code: "LP0153", name: "Leerplicht Enschede" } as const;
export const jointOffice = { code: "RBLT", name: "Regionaal Bureau Leerplicht Twente" } as const;
export const regionalOffice = { code: "R12", name: "Doorstroompunt Twente" } as const;

/** One row per competence, as the import of offices wants it. */
export function officeRows(municipalities: readonly Row[], regions: readonly Row[]): readonly Row[] {
  const nameOfRegion = new Map(regions.map((region) => [region["number"] ?? "", region["name"] ?? ""]));
  return municipalities.flatMap((municipality) => {
    const code = municipality["code"] ?? "";
    const region = municipality["region_number"] ?? "";
    return [
      ...(code === forgotten
        ? []
        : everyDuty.map((regime) => competence(attendanceOffice(code, region, nameOfRegion), code, regime))),
      competence(regionalPoint(region, nameOfRegion), code, "over_18"),
    ];
  });
}

interface OfficeFacts {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly region_number: string;
}

function attendanceOffice(code: string, region: string, names: ReadonlyMap<string, string>): OfficeFacts {
  if (code === homeCity) return { ...cityOffice, kind: "municipal", region_number: "" };
  if (region === homeRegion) return { ...jointOffice, kind: "joint", region_number: "" };
  return {
    code: `RBL${region}`,
    name: `Bureau Leerplicht ${names.get(region) ?? region}`,
    kind: "joint",
    region_number: "",
  };
}

function regionalPoint(region: string, names: ReadonlyMap<string, string>): OfficeFacts {
  if (region === homeRegion) return { ...regionalOffice, kind: "regional", region_number: region };
  return {
    code: `R${region}`,
    name: `Doorstroompunt ${names.get(region) ?? region}`,
    kind: "regional",
    region_number: region,
  };
}

function competence(office: OfficeFacts, municipality: string, regime: string): Row {
  return {
    ...office,
    municipality_code: municipality,
    regime,
    valid_from: since,
    email: `post@${office.code.toLowerCase()}.example`,
    phone: "088 000 00 00",
  };
}
