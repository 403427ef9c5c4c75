-- CreateIndex
CREATE INDEX "assignments_office_id_decided_at_id_idx" ON "assignments"("office_id", "decided_at", "id");
