import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const { SOURCE_HASH: sourceHash, PUBLIC_URL: publicUrl } = process.env;

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "nodemailer"],
  experimental: {
    serverActions: {
      bodySizeLimit: "256kb",
      ...(publicUrl ? { allowedOrigins: [new URL(publicUrl).host] } : {}),
    },
  },
  // Equal sources give equal builds, so that several instances can serve one another's pages.
  ...(sourceHash ? { generateBuildId: () => sourceHash } : {}),
};

export default createNextIntlPlugin("./lib/web/request-config.server.ts")(config);
