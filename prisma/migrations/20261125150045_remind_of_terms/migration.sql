-- CreateTable
CREATE TABLE "term_reminders" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "day_on" DATE NOT NULL,
    "soon_count" INTEGER NOT NULL,
    "over_count" INTEGER NOT NULL,
    "escalated_count" INTEGER NOT NULL,

    CONSTRAINT "term_reminders_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "term_reminders_office_id_account_id_day_on_key" ON "term_reminders"("office_id", "account_id", "day_on");

-- AddForeignKey
ALTER TABLE "term_reminders" ADD CONSTRAINT "term_reminders_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_reminders" ADD CONSTRAINT "term_reminders_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
