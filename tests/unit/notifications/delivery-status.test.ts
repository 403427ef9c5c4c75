import { describe, expect, test } from "vitest";
import { givenUpFor } from "@/lib/notifications/delivery-status";

const head = "Reporting-MTA: dns; mx.school.example\r\nArrival-Date: Thu, 23 Apr 2026 09:15:00 +0200\r\n\r\n";
const of = (fields: string) => givenUpFor(`${head}Final-Recipient: rfc822; weg@school.example\r\n${fields}`);

describe("of a notice of a mail server", () => {
  test("the code is read for which it gave up, however its lines are broken", () => {
    expect(of("Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user")).toBe("5.1.1");
    expect(of("action: FAILED\nstatus:\n 4.4.7 (delivery time expired)")).toBe("4.4.7");
    expect(of("Action: failed\r\nStatus: nonsense")).toBe("5.0.0");
  });

  test("what is only late, passed on or delivered is not given up", () => {
    for (const action of ["delayed", "delivered", "relayed", "expanded", ""]) {
      expect.soft(of(`Action: ${action}\r\nStatus: 5.1.1`), action).toBeNull();
    }
    expect(givenUpFor("")).toBeNull();
    expect(of("Diagnostic-Code: smtp; the Action: failed said somebody")).toBeNull();
  });

  test("a field of one receiver does not count for another", () => {
    expect(of("Action: delivered\r\nStatus: 5.9.9\r\n\r\nAction: failed\r\nStatus: 5.2.2")).toBe("5.2.2");
  });
});
