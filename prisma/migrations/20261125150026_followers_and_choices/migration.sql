-- AlterTable
ALTER TABLE "letters" ADD COLUMN     "digest_id" UUID,
ADD COLUMN     "is_for_day" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'nl',
ADD COLUMN     "refused_at" TIMESTAMPTZ(3),
ADD COLUMN     "report_id" UUID,
ADD COLUMN     "side" TEXT;

-- CreateTable
CREATE TABLE "watches" (
    "report_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "is_muted" BOOLEAN NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watches_pkey" PRIMARY KEY ("report_id","account_id")
);

-- CreateTable
CREATE TABLE "follow_rules" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "location_id" UUID,
    "type" TEXT,
    "email" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follow_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_choices" (
    "account_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,

    CONSTRAINT "notification_choices_pkey" PRIMARY KEY ("account_id","topic")
);

-- CreateTable
CREATE TABLE "stand_ins" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "first_day_on" DATE NOT NULL,
    "last_day_on" DATE NOT NULL,

    CONSTRAINT "stand_ins_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "watches_account_id_idx" ON "watches"("account_id");

-- CreateIndex
CREATE INDEX "follow_rules_organisation_id_idx" ON "follow_rules"("organisation_id");

-- CreateIndex
CREATE INDEX "stand_ins_account_id_idx" ON "stand_ins"("account_id");

-- CreateIndex
CREATE INDEX "letters_report_id_idx" ON "letters"("report_id");

-- AddForeignKey
ALTER TABLE "watches" ADD CONSTRAINT "watches_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watches" ADD CONSTRAINT "watches_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_rules" ADD CONSTRAINT "follow_rules_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_rules" ADD CONSTRAINT "follow_rules_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "locations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
