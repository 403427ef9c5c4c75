import { passed, type Rule } from "../rule";

/** An office without a fitting officer is not unroutable: the office itself distributes (settled 3). */
export const sharedInbox: Rule = {
  name: "shared-inbox",
  judge: ({ office }) => {
    if (office === null) return passed();
    return { kind: "settled", outcome: "matched", found: [office.code], officer: null, because: ["shared-inbox"] };
  },
};
