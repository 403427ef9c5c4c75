-- CreateTable
CREATE TABLE "report_drafts" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "words_sealed" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "page_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_on" DATE NOT NULL,
    "handed_in_at" TIMESTAMPTZ(3),
    "location_id" UUID,

    CONSTRAINT "report_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_followers" (
    "report_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "report_followers_pkey" PRIMARY KEY ("report_id","account_id")
);

-- CreateIndex
CREATE INDEX "report_drafts_organisation_id_saved_at_idx" ON "report_drafts"("organisation_id", "saved_at");

-- CreateIndex
CREATE INDEX "report_drafts_owner_id_idx" ON "report_drafts"("owner_id");

-- CreateIndex
CREATE INDEX "report_drafts_expires_on_idx" ON "report_drafts"("expires_on");

-- CreateIndex
CREATE INDEX "report_followers_account_id_idx" ON "report_followers"("account_id");

-- AddForeignKey
ALTER TABLE "report_drafts" ADD CONSTRAINT "report_drafts_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_drafts" ADD CONSTRAINT "report_drafts_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_drafts" ADD CONSTRAINT "report_drafts_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "locations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_followers" ADD CONSTRAINT "report_followers_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_followers" ADD CONSTRAINT "report_followers_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "report_drafts"
  ADD CONSTRAINT "report_drafts_place_when_handed_in" CHECK (("handed_in_at" IS NULL) = ("location_id" IS NULL));
