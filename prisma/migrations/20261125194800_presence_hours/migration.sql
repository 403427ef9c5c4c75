-- CreateTable
CREATE TABLE "presence_hours" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "account_id" UUID,
    "weekday" INTEGER NOT NULL,
    "from_time" TEXT NOT NULL,
    "until_time" TEXT NOT NULL,
    "place" TEXT,

    CONSTRAINT "presence_hours_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "presence_hours_office_id_location_id_idx" ON "presence_hours"("office_id", "location_id");

-- CreateIndex
CREATE INDEX "presence_hours_location_id_idx" ON "presence_hours"("location_id");

-- CreateIndex
CREATE INDEX "presence_hours_account_id_idx" ON "presence_hours"("account_id");

-- AddForeignKey
ALTER TABLE "presence_hours" ADD CONSTRAINT "presence_hours_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence_hours" ADD CONSTRAINT "presence_hours_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "locations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence_hours" ADD CONSTRAINT "presence_hours_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
