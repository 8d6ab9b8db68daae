-- What the helpdesk makes sure of a caller with: numbers to call back on, and a manager who confirms.
ALTER TABLE "user_account" ADD COLUMN "phone_numbers" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "manager_user_id" TEXT,
  ADD COLUMN "manager_recorded_at" TIMESTAMPTZ(3);

CREATE TABLE "manager_request" (
  "id" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "state" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "manager_user_id" TEXT NOT NULL,
  "asked_by" TEXT NOT NULL,
  "asked_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "manager_request_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "manager_request_state" CHECK ("state" IN ('waiting', 'confirmed', 'declined', 'redeemed'))
);
CREATE INDEX "manager_request_expires_at_idx" ON "manager_request" ("expires_at");
