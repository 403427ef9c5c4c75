-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('school', 'office', 'desk');

-- CreateEnum
CREATE TYPE "office_kind" AS ENUM ('municipal', 'joint', 'regional');

-- CreateEnum
CREATE TYPE "sector" AS ENUM ('PO', 'SO', 'VO', 'MBO', 'HO', 'OTHER');

-- CreateEnum
CREATE TYPE "residence_kind" AS ENUM ('resident', 'correspondence', 'abroad', 'unknown', 'protected');

-- CreateEnum
CREATE TYPE "report_status" AS ENUM ('registered', 'in_progress', 'noted', 'closed', 'withdrawn');

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "organisation_id" UUID,
    "action" TEXT NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" TEXT,
    "object_count" INTEGER,
    "reason" TEXT NOT NULL,
    "result" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seals" (
    "sequence" INTEGER NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,
    "last_entry_id" UUID NOT NULL,
    "entry_count" INTEGER NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "api_clients" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_clients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "token_hash" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "client_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("client_id","key")
);

-- CreateTable
CREATE TABLE "regions" (
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "lead_municipality_code" TEXT,

    CONSTRAINT "regions_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "municipalities" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "province" TEXT,
    "region_number" INTEGER,
    "holiday_region" TEXT,
    "valid_from_on" DATE,
    "valid_until_on" DATE,

    CONSTRAINT "municipalities_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "municipality_changes" (
    "old_code" TEXT NOT NULL,
    "new_code" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "old_name" TEXT,
    "share_of_old" DECIMAL(6,5),

    CONSTRAINT "municipality_changes_pkey" PRIMARY KEY ("old_code","new_code","effective_on")
);

-- CreateTable
CREATE TABLE "postcode_areas" (
    "postcode" TEXT NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "valid_from_on" DATE NOT NULL DEFAULT '1900-01-01'::date,
    "valid_until_on" DATE,
    "share" DECIMAL(6,5),

    CONSTRAINT "postcode_areas_pkey" PRIMARY KEY ("postcode","municipality_code","valid_from_on")
);

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offices" (
    "id" UUID NOT NULL,
    "kind" "office_kind" NOT NULL DEFAULT 'municipal',
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "region_number" INTEGER,

    CONSTRAINT "offices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competences" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "valid_from_on" DATE NOT NULL,
    "valid_until_on" DATE,

    CONSTRAINT "competences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "locations" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "sector" "sector" NOT NULL,
    "brin" TEXT NOT NULL,
    "location_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "type" TEXT,
    "board_number" TEXT,
    "denomination" TEXT,
    "lessons_per_day" INTEGER NOT NULL DEFAULT 6,

    CONSTRAINT "locations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "students" (
    "id" UUID NOT NULL,
    "number_hash" TEXT NOT NULL,
    "number_sealed" TEXT NOT NULL,
    "number_kind" TEXT NOT NULL,
    "number_hint" TEXT NOT NULL,
    "other_number_hash" TEXT,
    "other_number_sealed" TEXT,
    "first_name" TEXT NOT NULL,
    "prefix" TEXT,
    "last_name" TEXT NOT NULL,
    "birth_date_on" DATE NOT NULL,
    "basic_qualification_on" DATE,
    "deceased_on" DATE,

    CONSTRAINT "students_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "residences" (
    "student_id" UUID NOT NULL,
    "resident_from_on" DATE NOT NULL,
    "kind" "residence_kind" NOT NULL,
    "municipality_code" TEXT,
    "street" TEXT,
    "house_number" TEXT,
    "postcode" TEXT,
    "city" TEXT,
    "country" TEXT,

    CONSTRAINT "residences_pkey" PRIMARY KEY ("student_id","resident_from_on")
);

-- CreateTable
CREATE TABLE "enrolments" (
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "sector" "sector" NOT NULL,
    "brin" TEXT NOT NULL,
    "location_code" TEXT NOT NULL,
    "location_id" UUID,
    "first_day_on" DATE NOT NULL,
    "last_day_on" DATE,
    "programme_code" TEXT,
    "level" TEXT,
    "group_name" TEXT,
    "exit_reason" TEXT,
    "diploma" TEXT,

    CONSTRAINT "enrolments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exemptions" (
    "student_id" UUID NOT NULL,
    "article" TEXT NOT NULL,
    "valid_from_on" DATE NOT NULL,
    "valid_until_on" DATE,

    CONSTRAINT "exemptions_pkey" PRIMARY KEY ("student_id","article","valid_from_on")
);

-- CreateTable
CREATE TABLE "calendar_periods" (
    "owner" TEXT NOT NULL,
    "first_day_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "last_day_on" DATE NOT NULL,
    "holiday_region" TEXT,
    "brin" TEXT,
    "location_code" TEXT,
    "group_name" TEXT,
    "programme_code" TEXT,
    "name" TEXT,

    CONSTRAINT "calendar_periods_pkey" PRIMARY KEY ("owner","first_day_on","kind")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "totp_sealed" TEXT,
    "totp_last_step" INTEGER,
    "locale" TEXT NOT NULL DEFAULT 'nl',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mandates" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "location_ids" UUID[],
    "protected_cases" BOOLEAN NOT NULL DEFAULT false,
    "valid_from_on" DATE NOT NULL,
    "valid_until_on" DATE,
    "granted_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mandates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "mandate_id" UUID NOT NULL,
    "factors" INTEGER NOT NULL,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL,
    "last_input_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL,
    "shared_computer" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempts" (
    "key" TEXT NOT NULL,
    "failure_count" INTEGER NOT NULL,
    "last_failed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "desk_settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "desk_settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "outbox_messages" (
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "relayed_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letters" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "to_address" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "letters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "submission_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "student_group" TEXT,
    "type" TEXT NOT NULL,
    "first_day_on" DATE NOT NULL,
    "last_day_on" DATE,
    "hours_total" DECIMAL(7,2) NOT NULL DEFAULT 0,
    "regime" TEXT NOT NULL,
    "reason_code" TEXT NOT NULL,
    "reason_sealed" TEXT,
    "explanation_sealed" TEXT,
    "school_actions" TEXT[],
    "school_actions_note_sealed" TEXT,
    "action_wanted" BOOLEAN NOT NULL,
    "no_action_reason_sealed" TEXT,
    "urgent_reason_sealed" TEXT,
    "is_urgent" BOOLEAN NOT NULL DEFAULT false,
    "contact_name" TEXT NOT NULL,
    "contact_function" TEXT,
    "contact_email" TEXT,
    "contact_phone" TEXT,
    "parent_phone_sealed" TEXT,
    "stay_sealed" TEXT,
    "own_reference" TEXT,
    "follow_up_to_id" UUID,
    "is_separate" BOOLEAN NOT NULL DEFAULT false,
    "status" "report_status" NOT NULL,
    "version" INTEGER NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "first_reaction_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "close_reason" TEXT,
    "close_note" TEXT,
    "office_id" UUID,
    "officer_id" UUID,
    "is_protected" BOOLEAN NOT NULL DEFAULT false,
    "reporter_id" UUID,
    "reporter_name" TEXT NOT NULL,
    "client_id" UUID,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_days" (
    "report_id" UUID NOT NULL,
    "day_on" DATE NOT NULL,
    "hours" DECIMAL(4,2) NOT NULL,
    "lessons" INTEGER[],
    "whole_day" BOOLEAN NOT NULL,

    CONSTRAINT "report_days_pkey" PRIMARY KEY ("report_id","day_on")
);

-- CreateTable
CREATE TABLE "report_arrivals" (
    "report_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "day_on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "report_arrivals_pkey" PRIMARY KEY ("report_id","position")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "municipality_code" TEXT,
    "office_id" UUID,
    "officer_id" UUID,
    "rule" TEXT NOT NULL,
    "because" TEXT[],
    "tried" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "placed_by" TEXT,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "officer_locations" (
    "office_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,

    CONSTRAINT "officer_locations_pkey" PRIMARY KEY ("office_id","account_id","location_id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_side" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_organisation" TEXT,
    "actor_id" UUID,
    "status" "report_status" NOT NULL,
    "data" JSONB NOT NULL,
    "note_sealed" TEXT,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_entries_object_id_idx" ON "audit_entries"("object_id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_id_at_idx" ON "audit_entries"("actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_organisation_id_at_idx" ON "audit_entries"("organisation_id", "at");

-- CreateIndex
CREATE INDEX "api_tokens_client_id_idx" ON "api_tokens"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisations_code_key" ON "organisations"("code");

-- CreateIndex
CREATE INDEX "competences_municipality_code_regime_idx" ON "competences"("municipality_code", "regime");

-- CreateIndex
CREATE UNIQUE INDEX "competences_office_id_municipality_code_regime_valid_from_o_key" ON "competences"("office_id", "municipality_code", "regime", "valid_from_on");

-- CreateIndex
CREATE INDEX "locations_organisation_id_idx" ON "locations"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "locations_sector_location_code_key" ON "locations"("sector", "location_code");

-- CreateIndex
CREATE UNIQUE INDEX "students_number_hash_key" ON "students"("number_hash");

-- CreateIndex
CREATE UNIQUE INDEX "students_other_number_hash_key" ON "students"("other_number_hash");

-- CreateIndex
CREATE INDEX "residences_municipality_code_idx" ON "residences"("municipality_code");

-- CreateIndex
CREATE INDEX "enrolments_location_id_student_id_idx" ON "enrolments"("location_id", "student_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolments_student_id_sector_location_code_first_day_on_key" ON "enrolments"("student_id", "sector", "location_code", "first_day_on");

-- CreateIndex
CREATE INDEX "calendar_periods_brin_idx" ON "calendar_periods"("brin");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts"("email");

-- CreateIndex
CREATE INDEX "mandates_account_id_idx" ON "mandates"("account_id");

-- CreateIndex
CREATE INDEX "mandates_organisation_id_role_idx" ON "mandates"("organisation_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_account_id_idx" ON "sessions"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_account_id_idx" ON "invitations"("account_id");

-- CreateIndex
CREATE INDEX "recovery_codes_account_id_idx" ON "recovery_codes"("account_id");

-- CreateIndex
CREATE INDEX "notices_account_id_created_at_idx" ON "notices"("account_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notices_account_id_event_id_key" ON "notices"("account_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "letters_message_id_key" ON "letters"("message_id");

-- CreateIndex
CREATE INDEX "letters_created_at_idx" ON "letters"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "letters_event_id_to_address_key" ON "letters"("event_id", "to_address");

-- CreateIndex
CREATE UNIQUE INDEX "reports_reference_key" ON "reports"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "reports_submission_id_key" ON "reports"("submission_id");

-- CreateIndex
CREATE INDEX "reports_student_id_first_day_on_idx" ON "reports"("student_id", "first_day_on");

-- CreateIndex
CREATE INDEX "reports_organisation_id_filed_at_id_idx" ON "reports"("organisation_id", "filed_at", "id");

-- CreateIndex
CREATE INDEX "reports_organisation_id_changed_at_id_idx" ON "reports"("organisation_id", "changed_at", "id");

-- CreateIndex
CREATE INDEX "reports_office_id_changed_at_id_idx" ON "reports"("office_id", "changed_at", "id");

-- CreateIndex
CREATE INDEX "reports_follow_up_to_id_idx" ON "reports"("follow_up_to_id");

-- CreateIndex
CREATE INDEX "assignments_report_id_decided_at_idx" ON "assignments"("report_id", "decided_at");

-- CreateIndex
CREATE INDEX "events_report_id_id_idx" ON "events"("report_id", "id");

-- AddForeignKey
ALTER TABLE "api_clients" ADD CONSTRAINT "api_clients_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "api_clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "api_clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offices" ADD CONSTRAINT "offices_id_fkey" FOREIGN KEY ("id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competences" ADD CONSTRAINT "competences_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competences" ADD CONSTRAINT "competences_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipalities"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locations" ADD CONSTRAINT "locations_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "residences" ADD CONSTRAINT "residences_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "locations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemptions" ADD CONSTRAINT "exemptions_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "mandates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "locations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "api_clients"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_follow_up_to_id_fkey" FOREIGN KEY ("follow_up_to_id") REFERENCES "reports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_days" ADD CONSTRAINT "report_days_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_arrivals" ADD CONSTRAINT "report_arrivals_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_locations" ADD CONSTRAINT "officer_locations_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_locations" ADD CONSTRAINT "officer_locations_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_locations" ADD CONSTRAINT "officer_locations_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "locations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The inbox: open reports of an office or an officer in the order of its lists, with what its counts ask.
CREATE INDEX "reports_open_by_office" ON "reports" ("office_id", "first_reaction_at" NULLS FIRST, "due_at", "id") INCLUDE ("is_protected") WHERE "closed_at" IS NULL;
CREATE INDEX "reports_open_by_officer" ON "reports" ("officer_id", "first_reaction_at" NULLS FIRST, "due_at", "id") INCLUDE ("office_id", "is_protected") WHERE "closed_at" IS NULL;
CREATE INDEX "reports_open_urgent" ON "reports" ("office_id", "first_reaction_at" NULLS FIRST, "due_at", "id") INCLUDE ("is_protected") WHERE "is_urgent" AND "closed_at" IS NULL;
CREATE INDEX "reports_open_by_nobody" ON "reports" ("office_id", "first_reaction_at" NULLS FIRST, "due_at", "id") INCLUDE ("is_protected") WHERE "officer_id" IS NULL AND "closed_at" IS NULL;
CREATE INDEX "reports_done_by_office" ON "reports" ("office_id", "changed_at", "id") WHERE "closed_at" IS NOT NULL;
CREATE INDEX "reports_unroutable" ON "reports" ("filed_at", "id") WHERE "office_id" IS NULL AND "closed_at" IS NULL;

-- The relay looks only at what still waits.
CREATE INDEX "outbox_messages_waiting" ON "outbox_messages" ("created_at") WHERE "relayed_at" IS NULL;
CREATE INDEX "outbox_messages_open" ON "outbox_messages" ("created_at") WHERE "done_at" IS NULL;
CREATE INDEX "notices_unread" ON "notices" ("account_id") WHERE "read_at" IS NULL;

ALTER TABLE "reports"
  ADD CONSTRAINT "reports_days_in_order" CHECK ("last_day_on" IS NULL OR "last_day_on" >= "first_day_on"),
  ADD CONSTRAINT "reports_open_until_closed" CHECK (("status" IN ('registered', 'in_progress')) = ("closed_at" IS NULL)),
  ADD CONSTRAINT "reports_closed_with_reason" CHECK (("status" = 'closed') = ("close_reason" IS NOT NULL)),
  ADD CONSTRAINT "reports_officer_in_office" CHECK ("officer_id" IS NULL OR "office_id" IS NOT NULL),
  ADD CONSTRAINT "reports_one_sender" CHECK (("reporter_id" IS NULL) <> ("client_id" IS NULL)),
  ADD CONSTRAINT "reports_urgent_with_reason" CHECK ("is_urgent" = ("urgent_reason_sealed" IS NOT NULL));
ALTER TABLE "assignments"
  ADD CONSTRAINT "assignments_office_when_assigned" CHECK (("outcome" = 'assigned') = ("office_id" IS NOT NULL));
ALTER TABLE "competences"
  ADD CONSTRAINT "competences_regime" CHECK ("regime" IN ('compulsory', 'qualification', 'over_18')),
  ADD CONSTRAINT "competences_in_order" CHECK ("valid_until_on" IS NULL OR "valid_until_on" >= "valid_from_on");
ALTER TABLE "mandates"
  ADD CONSTRAINT "mandates_in_order" CHECK ("valid_until_on" IS NULL OR "valid_until_on" >= "valid_from_on");
ALTER TABLE "enrolments"
  ADD CONSTRAINT "enrolments_in_order" CHECK ("last_day_on" IS NULL OR "last_day_on" >= "first_day_on");
ALTER TABLE "calendar_periods"
  ADD CONSTRAINT "calendar_periods_in_order" CHECK ("last_day_on" >= "first_day_on");
ALTER TABLE "sessions"
  ADD CONSTRAINT "sessions_factors" CHECK ("factors" IN (1, 2));

-- Two filings at the same moment do not see each other's report. The one that comes second through this lock does, and
-- is refused like any other that overlaps. Called by name from the statement that files, not by a trigger. With a setting
-- of its own a function is never merged into its caller, so that each looks at the tables anew.
CREATE FUNCTION "waits_its_turn"("filed" "reports") RETURNS boolean LANGUAGE sql VOLATILE SET search_path = public
  AS 'SELECT pg_advisory_xact_lock(hashtextextended(filed.student_id::text, 0))::text IS NOT NULL';
CREATE FUNCTION "stands_alone"("filed" "reports") RETURNS boolean LANGUAGE sql VOLATILE SET search_path = public
  AS 'SELECT filed.is_separate OR filed.follow_up_to_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM reports r
    WHERE r.student_id = filed.student_id AND r.organisation_id = filed.organisation_id
      AND r.status <> ''withdrawn'' AND (r.type = ''late_arrival'') = (filed.type = ''late_arrival'')
      AND (filed.last_day_on IS NULL OR r.first_day_on <= filed.last_day_on)
      AND (r.last_day_on IS NULL OR r.last_day_on >= filed.first_day_on))';
