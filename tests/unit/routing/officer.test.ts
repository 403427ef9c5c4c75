import { describe, expect, it } from "vitest";
import { decideRoute } from "@/lib/routing/decide";
import type { RoutingFacts } from "@/lib/routing/facts";
import type { RoutingTable } from "@/lib/routing/table";
import { country, day, livesIn, officer, report, reportOf } from "./country";

type Officers = ReturnType<typeof officer>[];

function team(...officers: Officers): RoutingTable {
  return country({ officers });
}

/** The officer's name, or the shared inbox, and why. */
function given(table: RoutingTable, facts: RoutingFacts = report()): string {
  const route = decideRoute(facts, table);
  if (route.kind === "unroutable") return route.why;
  return `${route.officer?.name ?? "inbox"}: ${route.because.at(-1)}`;
}

const here = { locationIds: ["location-1"] };

describe("the officer", () => {
  it("who has an open case of the student comes first", () => {
    const table = team(officer("ENSCHEDE", "Anna", here), officer("ENSCHEDE", "Bram", { openReports: 90 }));
    const openCases = [{ officeId: "id-ENSCHEDE", officerId: "id-Bram" }];
    expect(given(table, report({ openCases }))).toBe("Bram: open-case");
  });

  it("with an open case at another office does not", () => {
    const table = team(officer("ENSCHEDE", "Anna", here), officer("ENSCHEDE", "Bram"));
    const openCases = [{ officeId: "id-RBL", officerId: "id-Bram" }];
    expect(given(table, report({ openCases }))).toBe("Anna: cares-for-location");
  });

  it("with an open case who has left is passed over, for an earlier one who is still there", () => {
    const gone = officer("ENSCHEDE", "Bram", { until: day("2026-03-05") });
    const openCases = [
      { officeId: "id-ENSCHEDE", officerId: "id-Bram" },
      { officeId: "id-ENSCHEDE", officerId: "id-Cora" },
    ];
    const table = team(officer("ENSCHEDE", "Anna", here), gone, officer("ENSCHEDE", "Cora"));
    expect(given(table, report({ openCases }))).toBe("Cora: open-case");
    expect(given(table, report({ openCases: openCases.slice(0, 1) }))).toBe("Anna: cares-for-location");
  });

  it("who has the care of the location comes before who has less work", () => {
    const table = team(officer("ENSCHEDE", "Anna", { ...here, openReports: 90 }), officer("ENSCHEDE", "Bram"));
    expect(given(table)).toBe("Anna: cares-for-location");
  });

  it("of several for one location is the one with the least work", () => {
    const table = team(
      officer("ENSCHEDE", "Anna", { ...here, openReports: 9 }),
      officer("ENSCHEDE", "Bram", { ...here, openReports: 4 }),
    );
    expect(given(table)).toBe("Bram: cares-for-location");
    expect(decideRoute(report(), table).tried.at(-1)?.outcome).toBe("several");
  });

  it("with the least open work gets what nobody has a claim on", () => {
    const table = team(
      officer("ENSCHEDE", "Anna", { openReports: 12 }),
      officer("ENSCHEDE", "Bram", { openReports: 3 }),
      officer("ENSCHEDE", "Cora", { openReports: 7, locationIds: ["location-2"] }),
    );
    expect(given(table)).toBe("Bram: least-open-work");
  });

  it("is always the same one among equals: by name, then by id", () => {
    const anna = officer("ENSCHEDE", "Anna");
    const bram = officer("ENSCHEDE", "Bram");
    expect(given(team(bram, anna))).toBe("Anna: least-open-work");
    const namesake = { ...anna, id: "id-0" };
    expect(decideRoute(report(), team(anna, namesake))).toMatchObject({ officer: { id: "id-0" } });
  });

  it("must have a mandate on the day of filing", () => {
    const gone = officer("ENSCHEDE", "Anna", { until: day("2026-03-05") });
    const coming = officer("ENSCHEDE", "Bram", { from: day("2026-03-07") });
    expect(given(team(gone, coming))).toBe("inbox: shared-inbox");
    expect(given(team(gone, coming), report({ filedOn: day("2026-03-05") }))).toBe("Anna: least-open-work");
  });

  it("is an officer: others at an office distribute or administer", () => {
    const clerk = officer("ENSCHEDE", "Anna", { role: "office_clerk" });
    const coordinator = officer("ENSCHEDE", "Bram", { role: "coordinator" });
    expect(given(team(clerk, coordinator))).toBe("inbox: shared-inbox");
  });

  it("may be a coordinator at a regional point", () => {
    const table = team(officer("R12", "Dirk", { role: "coordinator" }), officer("R12", "Els", { openReports: 2 }));
    expect(given(table, reportOf("2006-01-10"))).toBe("Dirk: least-open-work");
  });

  it("who works for municipality and region is found in each", () => {
    const both = [officer("ENSCHEDE", "Anna"), officer("R12", "Anna", { role: "coordinator" })];
    expect(given(team(...both))).toBe("Anna: least-open-work");
    expect(given(team(...both), reportOf("2006-01-10"))).toBe("Anna: least-open-work");
  });
});

describe("a student with a protected address", () => {
  const hidden = report({ residences: [livesIn("0153", { kind: "protected" })] });

  it("goes to an officer who is named for it, whoever else has a claim", () => {
    const named = officer("ENSCHEDE", "Zoë", { protectedCases: true, openReports: 80 });
    const table = team(officer("ENSCHEDE", "Anna", here), named);
    const openCases = [{ officeId: "id-ENSCHEDE", officerId: "id-Anna" }];
    expect(given(table, { ...hidden, openCases })).toBe("Zoë: least-open-work");
    expect(decideRoute(hidden, table)).toMatchObject({ kind: "assigned", isProtected: true });
  });

  it("goes to the shared inbox where nobody is", () => {
    expect(given(team(officer("ENSCHEDE", "Anna", here)), hidden)).toBe("inbox: shared-inbox");
  });

  it("is also who went into hiding after the absence began", () => {
    const residences = [livesIn("0153"), livesIn("0546", { kind: "protected", from: day("2026-03-05") })];
    expect(decideRoute(report({ residences }), country())).toMatchObject({
      isProtected: true,
      office: { code: "ENSCHEDE" },
    });
  });

  it("is protected too when nothing could be decided", () => {
    const facts = { ...hidden, residences: [livesIn("0014", { kind: "protected" })] };
    expect(decideRoute(facts, country())).toMatchObject({ kind: "unroutable", isProtected: true });
  });
});
