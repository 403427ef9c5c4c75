-- AlterTable
ALTER TABLE "attachments" ADD COLUMN     "bytes_gone_at" TIMESTAMPTZ(3),
ADD COLUMN     "gone_reason" TEXT;

-- Of papers that are gone the access log knows why. When their bytes left the store was not noted.
UPDATE "attachments" a SET "gone_reason" = CASE "state" WHEN 'refused' THEN 'refused' ELSE coalesce(
    (SELECT e."reason" FROM "audit_entries" e WHERE e."object_id" = a."id"::text AND e."action" = 'attachment:destroy'
      AND e."reason" IN ('retention', 'handed-over') LIMIT 1), 'sender') END
  WHERE "gone_at" IS NOT NULL;
