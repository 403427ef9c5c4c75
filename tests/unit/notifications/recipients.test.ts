import { describe, expect, test } from "vitest";
import type { Concerned, Doer, Person } from "@/lib/notifications/concerned";
import { type Addressee, recipientsOf } from "@/lib/notifications/recipients";
import { type EventKind, eventKinds } from "@/lib/timeline/events";

const person = (name: string): Person => ({
  accountId: name,
  email: `${name}@example.test`,
  locale: "nl",
  mayAnswer: true,
});
const concerned: Concerned = {
  reporter: person("reporter"),
  followers: [],
  contactEmail: "contact@example.test",
  officer: person("officer"),
  formerOfficer: null,
  officeEmail: "office@example.test",
  otherOfficeEmail: "other@example.test",
  administrators: [person("beheer")],
  deputy: person("deputy"),
  leads: [person("lead")],
  confirmers: [person("melder")],
  copies: [],
  officeFollowers: [],
  officeCopies: [],
  muted: [],
};
const mailbox = (name: string, isDaily = false) => ({
  email: `${name}@example.test`,
  isDaily,
  organisationId: "followed",
});
const nobody: Doer = { accountId: null, email: null };
const doer = (name: string): Doer => ({ accountId: name, email: `${name}@example.test` });

const short = ({ email, hasNotice, hasMail }: Addressee) =>
  `${email.split("@")[0]}:${hasNotice ? "n" : ""}${hasMail ? "m" : ""}`;
const told = (kind: EventKind, by: Doer, change: Partial<Concerned> = {}) =>
  recipientsOf(kind, { ...concerned, ...change }, by)
    .map(short)
    .sort();

describe("when this happens, these people hear of it", () => {
  const cases: readonly (readonly [EventKind, string, readonly string[]])[] = [
    ["filed", "reporter", []],
    ["written_down", "officer", ["contact:m", "melder:n"]],
    ["confirmed", "reporter", ["officer:n"]],
    ["confirm_reminded", "nobody", ["contact:m", "melder:n"]],
    ["routed", "reporter", ["contact:m", "officer:nm"]],
    ["moved", "nobody", ["contact:m", "officer:nm", "reporter:nm"]],
    ["unroutable", "reporter", ["beheer:nm", "contact:m"]],
    ["placed", "beheer", ["contact:m", "officer:nm", "reporter:nm"]],
    ["assigned", "clerk", ["contact:m", "officer:nm", "reporter:nm"]],
    ["referred", "colleague", ["contact:m", "officer:nm", "reporter:nm"]],
    ["transfer_offered", "officer", ["other:m"]],
    ["transfer_accepted", "officer", ["contact:m", "other:m", "reporter:nm"]],
    ["transfer_refused", "colleague", ["officer:nm"]],
    ["transfer_lapsed", "nobody", ["officer:nm", "other:m"]],
    ["transfer_taken_back", "officer", ["other:m"]],
    ["taken_up", "officer", ["contact:m", "reporter:nm"]],
    ["acted", "colleague", ["contact:m", "officer:nm", "reporter:nm"]],
    ["talk_ended", "officer", ["contact:m", "reporter:nm"]],
    ["talk_moved", "colleague", ["contact:m", "officer:nm", "reporter:nm"]],
    ["clock_paused", "officer", ["contact:m", "reporter:nm"]],
    ["clock_resumed", "colleague", ["contact:m", "officer:nm", "reporter:nm"]],
    ["clock_extended", "officer", ["contact:m", "reporter:nm"]],
    ["term_passed", "nobody", ["contact:m", "reporter:nm"]],
    ["no_reaction", "reporter", ["deputy:nm", "lead:nm", "officer:nm"]],
    ["noted", "officer", ["contact:m", "reporter:nm"]],
    ["closed", "officer", ["contact:m", "reporter:nm"]],
    ["reopened", "officer", ["contact:m", "reporter:nm"]],
    ["undone", "officer", ["contact:m", "reporter:nm"]],
    ["corrected", "reporter", ["officer:nm"]],
    ["messaged", "reporter", ["contact:m", "officer:nm"]],
    ["call_asked", "reporter", ["officer:nm"]],
    ["call_told", "reporter", ["officer:n"]],
    ["asked", "officer", ["contact:m", "reporter:nm"]],
    ["answered", "reporter", ["contact:m", "officer:nm"]],
    ["ask_reminded", "nobody", ["contact:m", "officer:n", "reporter:nm"]],
    ["ask_reopened", "nobody", ["contact:m", "officer:nm", "reporter:nm"]],
    ["ask_dropped", "officer", ["contact:m", "reporter:nm"]],
    ["withdrawn", "reporter", ["contact:m", "officer:nm"]],
    ["attached", "reporter", ["contact:m", "officer:nm"]],
    ["attachment_checked", "nobody", ["officer:nm", "reporter:n"]],
    ["attachment_refused", "nobody", ["officer:nm", "reporter:nm"]],
    ["attachment_removed", "officer", ["reporter:n"]],
  ];

  test.each(cases)("%s by the %s: %j", (kind, by, expected) => {
    expect(told(kind, doer(by))).toEqual(expected);
  });

  test("every kind of event is decided", () => {
    expect(cases.map(([kind]) => kind)).toEqual(Object.keys(eventKinds));
  });
});

test("who had a report until a colleague took it, was given it or gave it back hears that, and of nothing else", () => {
  const formerOfficer = person("former");
  const hears = Object.keys(eventKinds).filter((kind) =>
    told(kind as EventKind, doer("clerk"), { formerOfficer }).includes("former:nm"),
  );
  expect(hears).toEqual(["assigned", "taken_up", "undone"]);
  expect(told("assigned", doer("former"), { formerOfficer })).toEqual(["contact:m", "officer:nm", "reporter:nm"]);
});

test("without an officer the office's own address is told", () => {
  expect(told("routed", doer("reporter"), { officer: null })).toEqual(["contact:m", "office:m"]);
});

test("a report back in the shared inbox mails nobody at the office that put it there", () => {
  expect(told("assigned", doer("clerk"), { officer: null })).toEqual(["contact:m", "reporter:nm"]);
});

test("whoever did it is never told of it, neither by account nor by address", () => {
  for (const kind of Object.keys(eventKinds) as EventKind[]) {
    for (const name of ["reporter", "officer", "contact", "beheer"]) {
      expect(told(kind, doer(name)).filter((line) => line.startsWith(`${name}:`))).toEqual([]);
    }
  }
});

test("a reporter who is the contact too gets one mail, in the language of the account", () => {
  const reporter: Person = { ...person("reporter"), locale: "en" };
  const both = recipientsOf("closed", { ...concerned, reporter, contactEmail: "Reporter@example.test" }, nobody);
  expect(both.filter(({ side }) => side === "school")).toEqual([
    {
      ...reporter,
      side: "school",
      hasNotice: true,
      hasMail: true,
      isDaily: false,
      ruleOrganisationId: null,
      standsIn: false,
    },
  ]);
});

test("who prepared a report hears where it went and what happens, as the one who sent it does", () => {
  const followers = [person("mentor")];
  expect(told("routed", doer("reporter"), { followers })).toContain("mentor:nm");
  expect(told("closed", doer("officer"), { followers })).toContain("mentor:nm");
  expect(told("closed", doer("mentor"), { followers })).not.toContain("mentor:nm");
});

test("of a report that a system filed, the contact hears what happens", () => {
  expect(told("taken_up", nobody, { reporter: null })).toEqual(["contact:m"]);
});

test("who follows a report hears what its reporter hears, and the school's mailbox gets a copy", () => {
  const change = { followers: [person("mentor")], copies: [mailbox("team")], officeFollowers: [person("second")] };
  expect(told("closed", doer("officer"), change)).toEqual([
    "contact:m",
    "mentor:nm",
    "reporter:nm",
    "second:nm",
    "team:m",
  ]);
  expect(told("messaged", doer("reporter"), change)).toContain("second:nm");
  expect(told("routed", doer("reporter"), change)).toContain("team:m");
});

test("who listens along at the office, and a mailbox there, hears what comes to it and what is done there", () => {
  const change = { officeFollowers: [person("second")], officeCopies: [mailbox("kantoor")] };
  const listening = (kind: EventKind) => told(kind, nobody, change).filter((line) => /^(second|kantoor):/.test(line));
  for (const kind of [
    "routed",
    "moved",
    "referred",
    "messaged",
    "answered",
    "assigned",
    "taken_up",
    "closed",
    "reopened",
    "noted",
  ] as const) {
    expect.soft(listening(kind), kind).toEqual(["kantoor:m", "second:nm"]);
  }
  // Nor does its reader answer for what is reminded of.
  expect(listening("ask_reminded")).toEqual(["second:n"]);
  expect(listening("term_passed")).toEqual([]);
});

test("of every kind of event a follower hears all that the one hears whose report it is, at each side", () => {
  const change = { followers: [person("mentor")], officeFollowers: [person("second")] };
  const channelsOf = (kind: EventKind, name: string) =>
    told(kind, nobody, change)
      .filter((line) => line.startsWith(`${name}:`))
      .join("")
      .split(":")[1] ?? "";
  for (const kind of Object.keys(eventKinds) as EventKind[]) {
    expect.soft(channelsOf(kind, "mentor"), kind).toContain(channelsOf(kind, "reporter"));
    expect.soft(channelsOf(kind, "second"), kind).toContain(channelsOf(kind, "officer"));
  }
});

test("who chose to hear nothing of a report hears nothing, whatever his part in it", () => {
  const muted = ["reporter", "officer"].map((name) => ({ accountId: name, email: `${name}@example.test` }));
  const change = { muted, officeFollowers: [person("officer")], contactEmail: "Reporter@example.test" };
  for (const kind of Object.keys(eventKinds) as EventKind[]) {
    const lines = told(kind, nobody, change);
    expect(lines.filter((line) => /^(reporter|officer):/.test(line))).toEqual([]);
  }
});

describe("a mailbox for which one letter a day was chosen waits for it", () => {
  const waits = (kind: EventKind, change: Partial<Concerned>) =>
    recipientsOf(kind, { ...concerned, ...change }, nobody).flatMap(({ email, isDaily }) =>
      isDaily ? [email.split("@")[0]] : [],
    );

  test("not when the other side must hear at once at the same address", () => {
    expect(waits("routed", { officer: null, copies: [mailbox("office", true)] })).toEqual([]);
    expect(waits("transfer_accepted", { copies: [mailbox("other", true)] })).toEqual([]);
    expect(waits("routed", { copies: [mailbox("both", true)], officeCopies: [mailbox("both")] })).toEqual([]);
  });

  test("not when it is the address of somebody with an account, who chooses himself", () => {
    expect(waits("closed", { copies: [mailbox("reporter", true)] })).toEqual([]);
  });

  test("whether it only listens, is the contact of the report, or is the inbox of the office", () => {
    const copies = [mailbox("team", true), mailbox("contact", true), mailbox("direct")];
    expect(waits("closed", { copies })).toEqual(["contact", "team"]);
    expect(waits("routed", { officer: null, officeCopies: [mailbox("office", true)] })).toEqual(["office"]);
  });
});

test("a mailbox hears by a rule alone only where it has no part in the report", () => {
  const ruled = (change: Partial<Concerned>) =>
    recipientsOf("routed", { ...concerned, officer: null, ...change }, nobody)
      .filter(({ ruleOrganisationId }) => ruleOrganisationId === "followed")
      .map(({ email }) => email.split("@")[0]);
  const [team, desk] = [mailbox("team"), mailbox("desk")];
  expect(ruled({ copies: [mailbox("contact"), team], officeCopies: [mailbox("office"), desk] })).toEqual([
    "team",
    "desk",
  ]);
  expect(ruled({ copies: [team], officeCopies: [team] })).toEqual(["team"]);
  expect(ruled({ followers: [person("team")], copies: [team] })).toEqual([]);
});
