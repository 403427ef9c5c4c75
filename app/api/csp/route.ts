import { receiveViolation } from "@/lib/web/violation.server";

export const POST = receiveViolation;
