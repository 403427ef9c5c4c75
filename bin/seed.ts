import { seedDemo } from "@/prisma/seed/seed";

await seedDemo(new Date());
process.exit(0);
