-- The few papers that wait for the scanner are looked for again and again, among all that there are.
CREATE INDEX "attachments_waiting" ON "attachments"("id") WHERE "state" = 'waiting';
