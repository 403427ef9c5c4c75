import NextAuth from "next-auth";
import { authOptions } from "@/lib/identity/entry/auth-options.server";
import { requestDevice } from "@/lib/web/client-address.server";

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

async function handle(request: Request, context: Context): Promise<Response> {
  const answer: (request: Request, context: Context) => Promise<Response> = NextAuth(
    authOptions(await requestDevice("own")),
  );
  return answer(request, context);
}

export { handle as GET, handle as POST };
