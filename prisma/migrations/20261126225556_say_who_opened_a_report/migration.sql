-- AlterTable
ALTER TABLE "visits" ADD COLUMN     "opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "organisation_id" UUID;

-- Of visits before this one only the last moment is known.
UPDATE "visits" SET "opened_at" = "seen_at";

ALTER TABLE "visits" ALTER COLUMN "opened_at" SET NOT NULL;
