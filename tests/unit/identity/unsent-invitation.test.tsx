import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { UnsentInvitation } from "@/components/admin/unsent-invitation";
import { textOf } from "@/tests/support/tree";
import { withTexts } from "@/tests/support/ui-examples";

const draw = (isMade: boolean) => renderToStaticMarkup(withTexts(<UnsentInvitation isMade={isMade} />));

test("without a mail server nobody reads that an invitation was sent, but what does let a colleague in", () => {
  const made = draw(true);
  expect(made).toContain("gemaakt, maar niet verstuurd");
  for (const words of [made, draw(false)]) {
    expect(words).toContain("geen mailserver ingesteld");
    expect(words).toContain("desk user invite");
    expect(words).not.toMatch(/is verstuurd/);
  }
});

test("both places where somebody is invited ask whether mail can leave", () => {
  for (const page of ["app/beheer/uitnodigen/page.tsx", "app/beheer/mensen/[id]/page.tsx"]) {
    expect(textOf(page), page).toMatch(/hasMailServer\(\).*<UnsentInvitation/);
  }
});
