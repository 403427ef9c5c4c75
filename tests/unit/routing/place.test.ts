import { describe, expect, it } from "vitest";
import { decideRoute } from "@/lib/routing/decide";
import type { RoutingFacts } from "@/lib/routing/facts";
import type { RoutingTable } from "@/lib/routing/table";
import { area, change, competence, country, day, livesIn, office, report } from "./country";

/** Where the report went, in one line. */
function wentTo(facts: RoutingFacts, table: RoutingTable = country()): string {
  const route = decideRoute(facts, table);
  return route.kind === "assigned" ? `${route.office.code} ${route.municipality.code}` : route.why;
}

describe("residence", () => {
  it("decides, wherever the school is", () => {
    const route = decideRoute(report(), country());
    expect(route).toMatchObject({
      kind: "assigned",
      regime: "compulsory",
      municipality: { code: "0153", name: "Enschede" },
      office: { code: "ENSCHEDE" },
      officer: null,
      because: ["lives-there", "own-office", "shared-inbox"],
    });
  });

  it("is that of the first day of absence, not that of today", () => {
    const moved = [livesIn("0153"), livesIn("0546", { from: day("2026-03-04") })];
    expect(wentTo(report({ residences: moved }))).toBe("ENSCHEDE 0153");
    expect(wentTo(report({ residences: moved.toReversed() }))).toBe("ENSCHEDE 0153");
    expect(wentTo(report({ residences: moved, firstDay: day("2026-03-04") }))).toBe("RBL 0546");
  });

  it("is not known before the history begins", () => {
    expect(wentTo(report({ residences: [livesIn("0153", { from: day("2026-03-03") })] }))).toBe("unknown-residence");
    expect(wentTo(report({ residences: [] }))).toBe("unknown-residence");
  });

  it("that is not known or abroad never becomes the municipality of the school", () => {
    expect(wentTo(report({ residences: [livesIn(null, { kind: "unknown" })] }))).toBe("unknown-residence");
    expect(wentTo(report({ residences: [livesIn(null, { kind: "abroad" })] }))).toBe("abroad");
  });

  it("may be a postal address", () => {
    const route = decideRoute(report({ residences: [livesIn("0546", { kind: "correspondence" })] }), country());
    expect(route.because).toEqual(["correspondence-address", "joint-office", "shared-inbox"]);
  });

  it("without a municipality is found by its postcode, when that lies in one", () => {
    expect(wentTo(report({ residences: [livesIn(null, { postcode: "2311AB" })] }))).toBe("RBL 0546");
    const two = country({ areas: [area("2311", "0546"), area("2311", "0579")] });
    expect(wentTo(report({ residences: [livesIn(null, { postcode: "2311AB" })] }), two)).toBe("address-needed");
    expect(wentTo(report({ residences: [livesIn(null, { postcode: "9999ZZ" })] }))).toBe("unknown-residence");
  });
});

describe("a stay address", () => {
  it("beats residence", () => {
    const route = decideRoute(report({ stay: { postcode: "2311AB" } }), country());
    expect(route).toMatchObject({ kind: "assigned", office: { code: "RBL" }, municipality: { code: "0546" } });
    expect(route.because).toEqual(["stays-there", "joint-office", "shared-inbox"]);
  });

  it("beats an unknown residence and one abroad", () => {
    const stay = { postcode: "7511AB" };
    expect(wentTo(report({ stay, residences: [] }))).toBe("ENSCHEDE 0153");
    expect(wentTo(report({ stay, residences: [livesIn(null, { kind: "abroad" })] }))).toBe("ENSCHEDE 0153");
  });

  it("in two municipalities decides nothing by itself", () => {
    const table = country({ areas: [area("2343", "0546"), area("2343", "0579")] });
    const route = decideRoute(report({ stay: { postcode: "2343AB" } }), table);
    expect(route).toMatchObject({ kind: "unroutable", why: "address-needed", rule: "stay-address" });
    expect(route.tried.at(-1)).toEqual({ rule: "stay-address", outcome: "several", found: ["0546", "0579"] });
  });

  it("in two municipalities, one of which is home, leaves it with home", () => {
    const table = country({ areas: [area("2343", "0546"), area("2343", "0579")] });
    const route = decideRoute(report({ stay: { postcode: "2343AB" }, residences: [livesIn("0546")] }), table);
    expect(route).toMatchObject({ kind: "assigned", municipality: { code: "0546" } });
    expect(route.because).toContain("lives-there");
  });

  it("with a postcode that nobody knows is not replaced by the residence in silence", () => {
    expect(wentTo(report({ stay: { postcode: "9999ZZ" } }))).toBe("address-needed");
  });

  it("is read more exactly with six characters than with four", () => {
    const table = country({ areas: [area("2343", "0546"), area("2343", "0579"), area("2343AB", "0579")] });
    expect(wentTo(report({ stay: { postcode: "2343AB" } }), table)).toBe("RBL 0579");
    expect(wentTo(report({ stay: { postcode: "2343CD" } }), table)).toBe("address-needed");
  });

  it("is read on the day of filing", () => {
    const areas = [area("2343", "0153", "1900-01-01", "2026-03-05"), area("2343", "0546", "2026-03-06")];
    expect(wentTo(report({ stay: { postcode: "2343AB" } }), country({ areas }))).toBe("RBL 0546");
    expect(wentTo(report({ stay: { postcode: "2343AB" }, filedOn: day("2026-03-05") }), country({ areas }))).toBe(
      "ENSCHEDE 0153",
    );
  });
});

describe("a merged municipality", () => {
  const merged = country({ changes: [change("0017", "0014", "2019-01-01")], competences: groningen() });

  it("means its successor", () => {
    const route = decideRoute(report({ residences: [livesIn("0017")] }), merged);
    expect(route).toMatchObject({ kind: "assigned", municipality: { code: "0014", name: "Groningen" } });
    expect(route.because).toEqual(["lives-there", "municipality-merged", "own-office", "shared-inbox"]);
  });

  it("that merges between the first day and the day of filing means its successor", () => {
    const table = country({ changes: [change("0153", "0014", "2026-03-04")], competences: groningen() });
    expect(wentTo(report(), table)).toBe("ENSCHEDE 0014");
  });

  it("that merges after the day of filing is still itself", () => {
    const table = country({ changes: [change("0153", "0014", "2026-03-07")] });
    expect(wentTo(report(), table)).toBe("ENSCHEDE 0153");
    expect(decideRoute(report(), table).because).not.toContain("municipality-merged");
  });

  it("is followed along a chain, up to the day of filing", () => {
    const changes = [
      change("0009", "0017", "1990-01-01"),
      change("0017", "0014", "2019-01-01"),
      change("0014", "0153", "2027-01-01"),
    ];
    const table = country({ changes, competences: groningen() });
    const facts = report({ residences: [livesIn("0009")] });
    expect(decideRoute(facts, table).municipality?.code).toBe("0014");
    expect(decideRoute({ ...facts, filedOn: day("2018-12-31") }, table).municipality?.code).toBe("0017");
  });

  it("in a list that points in circles ends somewhere", () => {
    const circle = [change("0017", "0014", "2019-01-01"), change("0014", "0017", "2019-01-01")];
    expect(decideRoute(report({ residences: [livesIn("0017")] }), country({ changes: circle })).kind).toBe(
      "unroutable",
    );
    const self = country({ changes: [change("0153", "0153", "2019-01-01")] });
    expect(wentTo(report(), self)).toBe("ENSCHEDE 0153");
  });

  it("whose code came back is followed from the day on which it did", () => {
    const changes = [change("0017", "0014", "2010-01-01"), change("0014", "0017", "2015-01-01")];
    const table = country({ changes });
    expect(decideRoute(report({ residences: [livesIn("0017")] }), table).municipality?.code).toBe("0017");
  });

  it("also counts for a stay address that an old list of postcodes knows", () => {
    const table = country({
      areas: [area("9751", "0017")],
      changes: [change("0017", "0014", "2019-01-01")],
      competences: groningen(),
    });
    const route = decideRoute(report({ stay: { postcode: "9751AB" } }), table);
    expect(route.because).toEqual(["stays-there", "municipality-merged", "own-office", "shared-inbox"]);
  });
});

describe("a municipality that was split", () => {
  const changes = [change("0788", "0546", "2021-01-01", "split"), change("0788", "0153", "2021-01-01", "split")];

  it("is decided by the postcode of the residence", () => {
    const table = country({ changes, areas: [area("5076AB", "0153"), area("5076", "0546"), area("5076", "0579")] });
    const at = (postcode: string | null) => wentTo(report({ residences: [livesIn("0788", { postcode })] }), table);
    expect(at("5076AB")).toBe("ENSCHEDE 0153");
    // In two municipalities, only one of which took over a part: together they do decide.
    expect(at("5076CD")).toBe("RBL 0546");
  });

  it("without a postcode that decides needs the address", () => {
    const table = country({ changes, areas: [area("5076", "0546"), area("5076", "0153")] });
    const at = (postcode: string | null) => decideRoute(report({ residences: [livesIn("0788", { postcode })] }), table);
    for (const postcode of [null, "5076AB", "9999ZZ"]) {
      expect(at(postcode)).toMatchObject({ kind: "unroutable", why: "address-needed", rule: "successor" });
    }
    expect(at(null).tried.at(-1)).toEqual({ rule: "successor", outcome: "several", found: ["0153", "0546"] });
  });

  it("whose parts came together again needs nothing", () => {
    const table = country({ changes: [...changes, change("0546", "0153", "2023-01-01")] });
    expect(wentTo(report({ residences: [livesIn("0788")] }), table)).toBe("ENSCHEDE 0153");
  });

  it("whose part merged later is followed to the end", () => {
    const table = country({
      changes: [...changes, change("0546", "0579", "2023-01-01")],
      areas: [area("5076", "0579")],
    });
    expect(wentTo(report({ residences: [livesIn("0788", { postcode: "5076AB" })] }), table)).toBe("RBL 0579");
  });
});

describe("a border correction", () => {
  const changes = [change("0153", "0546", "2021-01-01", "border-correction")];
  const home = livesIn("0153", { postcode: "7548AB" });

  it("leaves both municipalities alive", () => {
    expect(wentTo(report(), country({ changes }))).toBe("ENSCHEDE 0153");
    expect(wentTo(report({ residences: [home] }), country({ changes }))).toBe("ENSCHEDE 0153");
  });

  it("moves the address that its postcode says it moved", () => {
    const moved = country({ changes, areas: [area("7548", "0153"), area("7548AB", "0546")] });
    expect(wentTo(report({ residences: [home] }), moved)).toBe("RBL 0546");
    const stayed = country({ changes, areas: [area("7548", "0153")] });
    expect(wentTo(report({ residences: [home] }), stayed)).toBe("ENSCHEDE 0153");
    const unclear = country({ changes, areas: [area("7548", "0153"), area("7548", "0546")] });
    expect(wentTo(report({ residences: [home] }), unclear)).toBe("ENSCHEDE 0153");
  });

  it("before somebody came to live there is already in his registration", () => {
    const later = livesIn("0153", { postcode: "7548AB", from: day("2022-01-01") });
    const table = country({ changes, areas: [area("7548AB", "0546")] });
    expect(wentTo(report({ residences: [later] }), table)).toBe("ENSCHEDE 0153");
  });
});

/** Groningen is served from Enschede here, which no law forbids. */
function groningen() {
  return [competence("ENSCHEDE", "0014", "compulsory")];
}

it("knows offices that two municipalities share", () => {
  expect(office("RBL", "joint").kind).toBe("joint");
  expect(wentTo(report({ residences: [livesIn("0579")] }))).toBe("RBL 0579");
});
