import { expect, test } from "vitest";
import { donePath, readDone, readInboxAddress, readOpenForm, writeInboxAddress } from "@/lib/casework/inbox-address";
import { readInboxFilter } from "@/lib/casework/inbox-filter";
import { newReference } from "@/lib/shared/reference";

const reference = newReference(2026, new Uint8Array([1, 2, 3, 4, 5, 6]));

test("an address that is written is read back the same", () => {
  const address = {
    view: "team",
    filter: readInboxFilter({ soort: "late_arrival", bij: "niemand", spoed: "ja" }),
    isFiltering: true,
    isChoosing: true,
    cursor: "x_y",
    chosen: reference,
  } as const;
  const { searchParams } = new URL(writeInboxAddress(address), "http://desk.example");
  expect(readInboxAddress(Object.fromEntries(searchParams))).toEqual(address);
});

test("an address names no list, no filter, no page and no report that it does not know", () => {
  const odd = { lijst: "constructor", gekozen: "Sami de Boer", soort: "constructor", status: "toString", bij: "Sami" };
  expect(readInboxAddress(odd)).toEqual({
    view: null,
    filter: readInboxFilter({}),
    isFiltering: false,
    isChoosing: false,
    cursor: undefined,
    chosen: null,
  });
});

test("what was done is said for as long as nothing happened since", () => {
  const { searchParams } = new URL(donePath("opgepakt")({ reference, version: 3 }), "http://desk.example");
  const params = Object.fromEntries(searchParams);
  expect(readDone(params, 3)).toBe("opgepakt");
  expect(readDone(params, 4)).toBeNull();
  expect(readDone({ gedaan: "iets", v: "3" }, 3)).toBeNull();
});

test("a form opens only by its own name", () => {
  expect(readOpenForm({ doe: "gebeld" })).toBe("gebeld");
  expect(readOpenForm({ doe: "wissen" })).toBeNull();
});
