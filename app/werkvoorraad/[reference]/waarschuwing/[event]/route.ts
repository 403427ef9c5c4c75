import { printWarning } from "@/lib/casework/queries/invitation.server";
import { letterAnswer } from "@/lib/web/letter-answer.server";

type Context = RouteContext<"/werkvoorraad/[reference]/waarschuwing/[event]">;

/** The letter that warns parents. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return letterAnswer(request, await params, { name: "waarschuwing", print: printWarning });
}
