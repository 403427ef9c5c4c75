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
  const { nextauth } = await context.params;
  // Nobody comes back here from somewhere else: who signs in sends a form.
  if (request.method === "GET" && nextauth[0] === "callback") return new Response(null, { status: 404 });
  try {
    return await answer(request, context);
  } catch (error) {
    // A body that is not what it says it is.
    if (error instanceof SyntaxError) return new Response(null, { status: 400 });
    throw error;
  }
}

export { handle as GET, handle as POST };
