-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "words_sealed" TEXT NOT NULL,
    "reply_to_id" UUID,
    "origin" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_notes" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "words_sealed" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "office_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_drafts" (
    "report_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "words_sealed" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_drafts_pkey" PRIMARY KEY ("report_id","account_id")
);

-- CreateTable
CREATE TABLE "visits" (
    "report_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "new_since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visits_pkey" PRIMARY KEY ("report_id","account_id")
);

-- CreateTable
CREATE TABLE "requests" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words_sealed" TEXT,
    "office" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_name" TEXT,
    "answer_sealed" TEXT,
    "dropped_at" TIMESTAMPTZ(3),

    CONSTRAINT "requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "messages_report_id_id_idx" ON "messages"("report_id", "id");

-- CreateIndex
CREATE INDEX "messages_reply_to_id_idx" ON "messages"("reply_to_id");

-- CreateIndex
CREATE INDEX "office_notes_report_id_id_idx" ON "office_notes"("report_id", "id");

-- CreateIndex
CREATE INDEX "message_drafts_saved_at_idx" ON "message_drafts"("saved_at");

-- CreateIndex
CREATE INDEX "requests_report_id_id_idx" ON "requests"("report_id", "id");

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_reply_to_id_fkey" FOREIGN KEY ("reply_to_id") REFERENCES "messages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_notes" ADD CONSTRAINT "office_notes_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_drafts" ADD CONSTRAINT "message_drafts_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_drafts" ADD CONSTRAINT "message_drafts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the desk relies on and Prisma cannot say.
ALTER TABLE "messages" ADD CONSTRAINT "messages_side" CHECK ("side" IN ('school', 'office'));
ALTER TABLE "messages" ADD CONSTRAINT "messages_origin" CHECK ("origin" IN ('desk', 'mail'));
ALTER TABLE "requests" ADD CONSTRAINT "requests_answer" CHECK (("answered_at" IS NULL) = ("answer_sealed" IS NULL));
ALTER TABLE "requests" ADD CONSTRAINT "requests_one_end" CHECK ("answered_at" IS NULL OR "dropped_at" IS NULL);

-- The questions that wait are few among many.
CREATE INDEX "requests_waiting" ON "requests" ("due_on") WHERE "answered_at" IS NULL AND "dropped_at" IS NULL;
