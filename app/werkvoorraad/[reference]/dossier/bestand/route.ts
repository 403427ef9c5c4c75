import { notFound } from "next/navigation";
import { narrateLabels } from "@/components/timeline/narrate-labels";
import { casePath } from "@/lib/casework/inbox-address";
import { takeDossier } from "@/lib/dossier/commands/take-dossier.server";
import { dossierInput } from "@/lib/dossier/input";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { fileAnswer, madeFileAnswer } from "@/lib/web/file-answer.server";
import { readFields } from "@/lib/web/form-fields";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { requestForm } from "@/lib/web/request-form";
import { seeOther } from "@/lib/web/see-other";

type Context = RouteContext<"/werkvoorraad/[reference]/dossier/bestand">;

/** The dossier. By a post, so that no address can be passed on that makes one. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { reference } = await params;
  const viewer = await findViewer();
  if (viewer === null) return seeOther("/inloggen");
  if (viewer.kind !== "office") notFound();
  const form = await requestForm(request);
  const input = dossierInput.safeParse(form === null ? {} : readFields(form));
  if (!input.success) return seeOther(`${casePath(reference)}/dossier?${chosenIn(form)}`);
  const dossier = await orNotFound(() =>
    takeDossier(viewer, now(), { ...input.data, reference, labels: narrateLabels }),
  );
  return dossier.kind === "pdf"
    ? madeFileAnswer({ ...dossier, mediaType: "application/pdf" })
    : fileAnswer({ ...dossier, mediaType: "application/zip", size: null });
}

/** What was chosen goes back into the form. */
function chosenIn(form: FormData | null): URLSearchParams {
  const chosen = new URLSearchParams({ fout: "keuze" });
  for (const name of ["span", "parts"]) {
    for (const value of form?.getAll(name) ?? [])
      if (typeof value === "string") chosen.append(name, value.slice(0, 20));
  }
  return chosen;
}
