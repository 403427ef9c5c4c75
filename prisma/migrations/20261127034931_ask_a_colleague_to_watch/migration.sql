-- AlterTable
ALTER TABLE "watches" ADD COLUMN     "asked_by_id" UUID;

-- AddForeignKey
ALTER TABLE "watches" ADD CONSTRAINT "watches_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
