/** Roles as others rely on them. A role belongs to one kind of organisation. */
export const roles = {
  reporter: { organisation: "school", label: { nl: "Melder", en: "Reporter" } },
  preparer: { organisation: "school", label: { nl: "Voorbereider", en: "Preparer" } },
  reader: { organisation: "school", label: { nl: "Lezer", en: "Reader" } },
  school_admin: { organisation: "school", label: { nl: "Beheerder van de school", en: "School administrator" } },
  officer: { organisation: "office", label: { nl: "Leerplichtambtenaar", en: "Attendance officer" } },
  office_clerk: { organisation: "office", label: { nl: "Administratie", en: "Office clerk" } },
  team_lead: { organisation: "office", label: { nl: "Teamleider", en: "Team lead" } },
  office_admin: { organisation: "office", label: { nl: "Beheerder van het kantoor", en: "Office administrator" } },
  coordinator: { organisation: "office", label: { nl: "RMC-coördinator", en: "RMC coordinator" } },
  analyst: { organisation: "office", label: { nl: "Beleidsanalist", en: "Policy analyst" } },
  service_desk: { organisation: "desk", label: { nl: "Servicedesk", en: "Service desk" } },
  administrator: { organisation: "desk", label: { nl: "Functioneel beheerder", en: "Functional administrator" } },
  auditor: { organisation: "desk", label: { nl: "Auditor", en: "Auditor" } },
} as const satisfies Record<string, { organisation: "school" | "office" | "desk"; label: { nl: string; en: string } }>;

export type Role = keyof typeof roles;
type RolesOf<Kind> = { [R in Role]: (typeof roles)[R]["organisation"] extends Kind ? R : never }[Role];
export type SchoolRole = RolesOf<"school">;
export type OfficeRole = RolesOf<"office">;
export type DeskRole = RolesOf<"desk">;

export function isRole(value: string): value is Role {
  return Object.hasOwn(roles, value);
}

export function isSchoolRole(role: Role): role is SchoolRole {
  return roles[role].organisation === "school";
}

export function isOfficeRole(role: Role): role is OfficeRole {
  return roles[role].organisation === "office";
}

export function isDeskRole(role: Role): role is DeskRole {
  return roles[role].organisation === "desk";
}
