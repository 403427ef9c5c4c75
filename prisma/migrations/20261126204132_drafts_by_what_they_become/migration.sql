-- AlterTable
ALTER TABLE "message_drafts" DROP CONSTRAINT "message_drafts_pkey",
ADD COLUMN     "about" TEXT NOT NULL DEFAULT 'message',
ADD CONSTRAINT "message_drafts_pkey" PRIMARY KEY ("report_id", "account_id", "about");
