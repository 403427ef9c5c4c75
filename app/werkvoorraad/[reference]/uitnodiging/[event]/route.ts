import { printInvitation } from "@/lib/casework/queries/invitation.server";
import { letterAnswer } from "@/lib/web/letter-answer.server";

type Context = RouteContext<"/werkvoorraad/[reference]/uitnodiging/[event]">;

/** The letter that invites to a talk. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return letterAnswer(request, await params, { name: "uitnodiging", print: printInvitation });
}
