import "server-only";
import { prisma } from "@/lib/db/client.server";
import { type CalendarDate, toColumn } from "@/lib/shared/calendar-date";

/** Addresses are compared in small letters, without the spaces around them that pasting brings. */
export function asEmail(text: string): string {
  return text.trim().normalize("NFKC").toLowerCase();
}

function holdsOn(day: CalendarDate) {
  const on = toColumn(day);
  return { validFrom: { lte: on }, OR: [{ validUntil: null }, { validUntil: { gte: on } }] };
}

function signInFields(today: CalendarDate) {
  return {
    id: true,
    email: true,
    passwordHash: true,
    totpSealed: true,
    disabledAt: true,
    mandates: {
      where: holdsOn(today),
      orderBy: [{ createdAt: "asc" as const }, { id: "asc" as const }],
      select: { id: true, role: true },
    },
  };
}

/** What signing in must know: the account, its means, and the mandates that hold today. */
export async function findAccountByEmail(email: string, today: CalendarDate) {
  return prisma.account.findUnique({ where: { email: asEmail(email) }, select: signInFields(today) });
}

export async function findAccountById(id: string, today: CalendarDate) {
  return prisma.account.findUnique({ where: { id }, select: signInFields(today) });
}

export type SignInAccount = NonNullable<Awaited<ReturnType<typeof findAccountById>>>;
