import type { Role } from "@/lib/identity/roles";
import { cityOffice, jointOffice, regionalOffice } from "./offices";

export const demoPassword = "verzuimloket-demo";

/** The school of the reporter of the demo accounts, and the school for vocational education. */
export const homeSchool = "00AH";
/** An institution of the same board, under the same mandate. */
export const sisterSchool = "19NG";
export const homeCollege = "27YU";

interface SeedColleague {
  readonly email: string;
  /** What the terminal says of a demo account; colleagues without it are not named there. */
  readonly about?: string;
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
  {
    email: "melder@vo.example",
    about: "reports for a secondary school",
    name: "Anouk Verbeek",
    mandates: one(homeSchool, "reporter"),
  },
  {
    email: "mentor@vo.example",
    about: "prepares reports, does not send them",
    name: "Marieke Jansen",
    mandates: one(homeSchool, "preparer"),
  },
  {
    email: "melder@roc.example",
    about: "reports for a school for vocational education",
    name: "Hans ter Braak",
    mandates: one(homeCollege, "reporter"),
  },
  {
    email: "beheerder@roc.example",
    about: "administrator of that school",
    name: "Wilma Oosterhuis",
    mandates: one(homeCollege, "school_admin"),
  },
  {
    email: "ambtenaar@gemeente.example",
    about: "officer of a city, and of the region",
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
    about: "team lead of that office",
    name: "Ilse Wolters",
    mandates: [{ organisation: cityOffice.code, role: "team_lead", protectedCases: true }],
  },
  {
    email: "administratie@gemeente.example",
    about: "clerk of that office, distributes",
    name: "Tom Smeets",
    mandates: one(cityOffice.code, "office_clerk"),
  },
  {
    email: "ambtenaar@bureau.example",
    about: "officer of a joint bureau",
    name: "Karim Haddad",
    mandates: one(jointOffice.code, "officer"),
  },
  { email: "ambtenaar2@bureau.example", name: "Linda Veldhuis", mandates: one(jointOffice.code, "officer") },
  {
    email: "rmc@regio.example",
    about: "coordinator of a regional point",
    name: "Nadia Amrani",
    mandates: one(regionalOffice.code, "coordinator"),
  },
  {
    email: "analist@regio.example",
    about: "analyst of that region",
    name: "Erik Postma",
    mandates: one(regionalOffice.code, "analyst"),
  },
  {
    email: "servicedesk@loket.example",
    about: "service desk",
    name: "Yvonne Kuipers",
    mandates: one("LOKET", "service_desk"),
  },
  {
    email: "beheer@loket.example",
    about: "functional administrator",
    name: "Bas Rikkerink",
    mandates: one("LOKET", "administrator"),
  },
  { email: "auditor@loket.example", about: "auditor", name: "Gerda Mulder", mandates: one("LOKET", "auditor") },
];
