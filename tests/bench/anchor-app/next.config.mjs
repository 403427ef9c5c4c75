import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");

/**
 * The smallest app that does the same: nothing is set but where the packages are.
 * @type {import("next").NextConfig}
 */
export default {
  serverExternalPackages: ["pg"],
  typescript: { ignoreBuildErrors: true },
  turbopack: { root },
  outputFileTracingRoot: root,
};
