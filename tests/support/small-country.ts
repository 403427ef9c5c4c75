import { importText } from "@/tests/support/imports";

/** A country small enough to keep in mind: two regions, three municipalities, two schools with a location or two. */
export async function importSmallCountry(): Promise<void> {
  await importText("regions", "number,name\n21,Agglomeratie Amsterdam\n4,Twente");
  await importText(
    "municipalities",
    `code,name,province,region_number,holiday_region
      0363,Amsterdam,Noord-Holland,21,noord
      0153,Enschede,Overijssel,4,noord
      0168,Losser,Overijssel,4,noord`,
  );
  await importText(
    "schools",
    `sector;brin;location_code;name;street;postcode;city;municipality_code
      VO;00AH;00AH00;Het Stedelijk;Lyceumlaan 30;7522 gk;ENSCHEDE;0153
      VO;00AH;00AH07;Het Stedelijk Zuid;Tiemeister 20;7541WG;ENSCHEDE;0153
      MBO;01OE;01OE05;ROC van Twente;Gieterij 200;7553VZ;HENGELO;0153
      VO;01OE;01OE05;Lyceum in de Gieterij;Gieterij 200;7553VZ;HENGELO;0153`,
  );
}

/** Numbers that pass the eleven-test and belong to nobody. */
export const numbers = { sami: "999990019", noor: "999990020", finn: "999990032", samiEducation: "999990002" } as const;
