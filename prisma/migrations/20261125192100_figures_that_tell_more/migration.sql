-- AlterTable
ALTER TABLE "figure_facts" ADD COLUMN     "has_sheet" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_reported_again" BOOLEAN,
ADD COLUMN     "open_for" TEXT NOT NULL DEFAULT 'over',
ADD COLUMN     "was_asked" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "figure_cells" ADD COLUMN     "again_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "asked_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "settled_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sheet_count" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "figure_subscriptions" (
    "id" UUID NOT NULL,
    "view_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "rhythm" TEXT NOT NULL,
    "next_on" DATE NOT NULL,

    CONSTRAINT "figure_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "figure_subscriptions_next_on_idx" ON "figure_subscriptions"("next_on");

-- CreateIndex
CREATE UNIQUE INDEX "figure_subscriptions_view_id_account_id_key" ON "figure_subscriptions"("view_id", "account_id");

-- AddForeignKey
ALTER TABLE "figure_subscriptions" ADD CONSTRAINT "figure_subscriptions_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "saved_views"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the new columns say is not known of what was counted before: all of it is counted again.
UPDATE "figure_facts" SET "version" = -1;
