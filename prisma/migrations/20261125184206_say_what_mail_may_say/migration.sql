-- AlterTable
ALTER TABLE "letters" ADD COLUMN     "is_answerable" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "mail_levels" (
    "organisation_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "chosen_by" TEXT NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_levels_pkey" PRIMARY KEY ("organisation_id")
);

-- AddForeignKey
ALTER TABLE "mail_levels" ADD CONSTRAINT "mail_levels_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
