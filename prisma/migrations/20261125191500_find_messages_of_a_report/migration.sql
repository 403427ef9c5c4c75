-- Messages that wait are told report by report, in the order of its events.
CREATE INDEX "outbox_messages_of_report" ON "outbox_messages" ((payload ->> 'reportId')) WHERE "done_at" IS NULL;
