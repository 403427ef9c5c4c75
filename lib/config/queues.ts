/** The queues of the worker. Only the owner of the tables can make one, so they are made with the migrations. */
export const queues = ["outbox", "upkeep", "deliveries", "imports"] as const;

export type QueueName = (typeof queues)[number];
