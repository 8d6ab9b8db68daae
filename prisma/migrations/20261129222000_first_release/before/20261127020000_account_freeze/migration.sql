CREATE TABLE "account_freeze" (
  "id" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "state" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "frozen_by" TEXT NOT NULL,
  "frozen_at" TIMESTAMPTZ(3) NOT NULL,
  "is_settled" BOOLEAN NOT NULL DEFAULT false,
  "ticket" TEXT,
  "evidence" JSONB,
  "requested_by" TEXT,
  "requested_at" TIMESTAMPTZ(3),
  "decided_by" TEXT,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "account_freeze_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "account_freeze_state" CHECK ("state" IN ('frozen', 'lift-requested', 'lifting', 'lifted')),
  CONSTRAINT "account_freeze_by" CHECK ("frozen_by" IN ('person', 'phone', 'not-me'))
);
-- An account is frozen once.
CREATE UNIQUE INDEX "account_freeze_standing" ON "account_freeze" ("user_id", "domain") WHERE "state" <> 'lifted';
-- What the round still has to do, and what waits for a second person.
CREATE INDEX "account_freeze_due" ON "account_freeze" ("frozen_at") WHERE NOT "is_settled" OR "state" IN ('lift-requested', 'lifting');

ALTER TABLE "device_hold" DROP CONSTRAINT "device_hold_cause";
ALTER TABLE "device_hold"
  ADD CONSTRAINT "device_hold_cause" CHECK ("cause" IN ('helpdesk', 'person', 'replaced', 'reported', 'frozen'));
