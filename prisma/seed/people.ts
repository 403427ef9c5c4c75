import type { Role } from "@/lib/identity/roles";
import { cityOffice, jointOffice, regionalOffice } from "./offices";

export const demoPassword = "verzuimloket-demo";

/** The school of the reporter of the demo accounts, and the school for vocational education. */
export const homeSchool = "00AH";
export const homeCollege = "27YU";

interface SeedColleague {
  readonly email: string;
  readonly name: string;
  readonly mandates: readonly {
    readonly organisation: string;
    readonly role: Role;
    readonly protectedCases?: boolean;
  }[];
}

const one = (organisation: string, role: Role) => [{ organisation, role }];

/** The demo accounts of the contract, and some colleagues who keep the work going. */
export const people: readonly SeedColleague[] = [
  { email: "melder@vo.example", name: "Anouk Verbeek", mandates: one(homeSchool, "reporter") },
  { email: "mentor@vo.example", name: "Marieke Jansen", mandates: one(homeSchool, "preparer") },
  { email: "melder@roc.example", name: "Hans ter Braak", mandates: one(homeCollege, "reporter") },
  { email: "beheerder@roc.example", name: "Wilma Oosterhuis", mandates: one(homeCollege, "school_admin") },
  {
    email: "ambtenaar@gemeente.example",
    name: "Jan de Vries",
    // Some officers work for the city and for the region (domain 5): one account, two mandates.
    mandates: [
      { organisation: cityOffice.code, role: "officer", protectedCases: true },
      { organisation: regionalOffice.code, role: "officer" },
    ],
  },
  { email: "ambtenaar2@gemeente.example", name: "Samira Bouali", mandates: one(cityOffice.code, "officer") },
  { email: "ambtenaar3@gemeente.example", name: "Peter Nijland", mandates: one(cityOffice.code, "officer") },
  {
    email: "teamleider@gemeente.example",
    name: "Ilse Wolters",
    mandates: [{ organisation: cityOffice.code, role: "team_lead", protectedCases: true }],
  },
  { email: "administratie@gemeente.example", name: "Tom Smeets", mandates: one(cityOffice.code, "office_clerk") },
  { email: "ambtenaar@bureau.example", name: "Karim Haddad", mandates: one(jointOffice.code, "officer") },
  { email: "ambtenaar2@bureau.example", name: "Linda Veldhuis", mandates: one(jointOffice.code, "officer") },
  { email: "rmc@regio.example", name: "Nadia Amrani", mandates: one(regionalOffice.code, "coordinator") },
  { email: "analist@regio.example", name: "Erik Postma", mandates: one(regionalOffice.code, "analyst") },
  { email: "servicedesk@loket.example", name: "Yvonne Kuipers", mandates: one("LOKET", "service_desk") },
  { email: "beheer@loket.example", name: "Bas Rikkerink", mandates: one("LOKET", "administrator") },
  { email: "auditor@loket.example", name: "Gerda Mulder", mandates: one("LOKET", "auditor") },
];
