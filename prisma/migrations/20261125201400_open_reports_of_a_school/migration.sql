-- A school may have few open reports among very many: they are listed and counted without reading the others.
CREATE INDEX "reports_open_by_school" ON "reports" ("organisation_id", "filed_at", "id") INCLUDE ("status", "location_id") WHERE "closed_at" IS NULL;
