import { answerTokenRequest } from "@/lib/web/api-token.server";
import { requestDevice } from "@/lib/web/client-address.server";

export async function POST(request: Request): Promise<Response> {
  const { network } = await requestDevice("own");
  return answerTokenRequest(request, network);
}
