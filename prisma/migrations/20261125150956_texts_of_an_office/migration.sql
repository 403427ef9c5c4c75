-- CreateTable
CREATE TABLE "office_templates" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "office_templates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "office_templates_office_id_kind_idx" ON "office_templates"("office_id", "kind");

-- AddForeignKey
ALTER TABLE "office_templates" ADD CONSTRAINT "office_templates_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "office_templates" ADD CONSTRAINT "office_templates_kind" CHECK ("kind" IN ('words', 'invitation'));
