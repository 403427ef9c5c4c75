/** Where people reach the desk itself. On every page, because who is stuck looks there first. */
export const deskPhone = { shown: "085 000 00 00", href: "tel:+31850000000" } as const;
