/** The organisation of those who run the desk. */
export const deskOrganisation = { code: "LOKET", kind: "desk", name: "Verzuimloket" } as const;
