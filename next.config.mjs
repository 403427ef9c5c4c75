import { PHASE_PRODUCTION_SERVER } from "next/constants.js";

const { SOURCE_HASH: sourceHash, PUBLIC_URL: publicUrl } = process.env;

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["@hyzyla/pdfium", "@node-rs/argon2", "pdfkit", "pg", "pg-boss", "pino", "nodemailer"],
  experimental: {
    // A page is loaded when it is first asked for: loading all of them kept the first one waiting at a start.
    preloadEntriesOnStart: false,
    serverActions: {
      bodySizeLimit: "256kb",
      ...(publicUrl ? { allowedOrigins: [new URL(publicUrl).host] } : {}),
    },
  },
  // Equal sources give equal builds, so that several instances can serve one another's pages.
  ...(sourceHash ? { generateBuildId: () => sourceHash } : {}),
};

/**
 * JavaScript, because a server that starts would load a compiler for it first; and the plugin only where pages are
 * built, because a server that serves them has no use for it.
 * @param {string} phase
 */
export default async function configFor(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import("next-intl/plugin");
  return createNextIntlPlugin("./lib/web/request-config.server.ts")(config);
}
