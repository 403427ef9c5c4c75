import { prisma } from "@/lib/db/client.server";
import type { Mail } from "@/lib/notifications/mailer.server";
import type { Post } from "@/lib/notifications/send.server";

/** What the post works with in tests; without `mail` letters are only kept. */
export function postWith(mail: Mail | null = null): Post {
  return {
    origin: "https://loket.example",
    mailFrom: "loket@loket.example",
    mail,
    replyAddress: () => null,
    refusingAddress: null,
    returnAddress: () => null,
    invitationLink: (id) => `https://loket.example/uitnodiging/geheim-${id}`,
  };
}

/** The messages of the outbox that a report caused, oldest first. */
export function messagesOf(reportId: string) {
  return prisma.outboxMessage.findMany({
    where: { payload: { path: ["reportId"], equals: reportId } },
    orderBy: { id: "asc" },
  });
}

/** The letters about the events of a report. */
export async function lettersOf(reportId: string) {
  const events = await prisma.event.findMany({ where: { reportId }, select: { id: true } });
  return prisma.letter.findMany({
    where: { eventId: { in: events.map(({ id }) => id) } },
    orderBy: { toAddress: "asc" },
  });
}
