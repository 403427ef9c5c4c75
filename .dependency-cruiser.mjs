/**
 * The import rules of the house, made from one ordered list: a file in lib imports only from its own domain and from
 * those before it. Whoever changes the order changes it here and nowhere else.
 */
const order = [
  "shared",
  "config",
  "i18n",
  "db",
  "policy",
  "audit",
  "timeline",
  "notifications",
  "identity",
  "directory",
  "routing",
  "reports",
  "attachments",
  "casework",
  "conversation",
  "dossier",
  "statistics",
  "deliveries",
  "couplings",
  "feedback",
  "web",
];

/** Who asks is known everywhere; the work on accounts and sessions stands after what it writes with. */
const whoAsks = "^lib/identity/(viewer|roles)\\.ts$";

/** Doors of a domain: the only files that touch the world and that app may import. */
const doors = "^lib/[^/]+/(queries\\.server|queries/[^/]+\\.server|commands\\.server|commands/[^/]+\\.server)\\.ts$";
const server = "\\.server\\.tsx?$";

const laterThan = (domain) => order.slice(order.indexOf(domain) + 1).join("|");

const towardsTheLeft = order.slice(0, -1).map((domain) => ({
  name: `${domain}-imports-only-what-stands-before-it`,
  comment: "The order of the domains is the direction of imports.",
  severity: "error",
  from: { path: `^lib/${domain}/` },
  to: { path: `^lib/(${laterThan(domain)})/`, pathNot: whoAsks },
}));

export default {
  forbidden: [
    ...towardsTheLeft,
    {
      name: "no-circles",
      severity: "error",
      from: { path: "^(lib|app|components)/", pathNot: "^lib/db/generated/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "pure-files-stay-pure",
      comment: "If it needs the world, its name ends in .server.ts.",
      severity: "error",
      from: { path: "^lib/", pathNot: [server, "^lib/db/generated/"] },
      to: { path: [server, "^lib/db/generated/"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-files-know-no-world",
      severity: "error",
      from: { path: "^lib/", pathNot: [server, "^lib/db/generated/", "^lib/config/"] },
      to: { path: "^(node:)?(fs|net|http|https|child_process|os|dns|tls|pg|@prisma|nodemailer|next|next-auth)(/|$)" },
    },
    {
      name: "components-never-reach-the-world",
      severity: "error",
      from: { path: "^components/" },
      to: { path: [server, "^lib/db/", "^app/(?!.*actions)"] },
    },
    {
      name: "app-enters-by-the-doors",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^lib/.*\\.server\\.tsx?$", pathNot: [doors, "^lib/(web|identity)/"] },
    },
    {
      name: "policy-knows-facts-not-models",
      severity: "error",
      from: { path: "^lib/policy/" },
      to: { path: "^lib/", pathNot: ["^lib/(shared|policy)/", "^lib/identity/viewer\\.ts$"] },
    },
    {
      name: "next-at-two-addresses",
      comment: "Frameworks are replaced at lib/identity and lib/web, and in app and components.",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/(identity|web)/" },
      to: { path: "^(node_modules/)?(next|next-auth)(/|$)" },
    },
    {
      name: "one-door-to-the-database",
      severity: "error",
      from: { path: "^(app|components)/|^lib/(?!db/)" },
      to: { path: "^(node_modules/)?(pg|@prisma)/" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    {
      name: "nothing-imports-app-or-bin",
      severity: "error",
      from: { path: "^(lib|components|prisma)/" },
      to: { path: "^(app|bin)/", pathNot: "^app/.*actions\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^lib/db/generated/"] },
    exclude: { path: ["^\\.next/", "^\\.tmp/", "^\\.data/"] },
    parser: "swc",
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"], conditionNames: ["import", "node"] },
  },
};
