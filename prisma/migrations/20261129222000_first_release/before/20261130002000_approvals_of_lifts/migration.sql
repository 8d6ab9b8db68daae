-- Requests to lift a freeze, in the common table. Those of before keep the identifier of their freeze, under which programs
-- and messages know them; new ones have one of their own.
INSERT INTO "approval" ("id", "version", "kind", "state", "subject", "subject_key", "user_id", "domain", "requested_by",
  "requested_at", "ends_at", "decided_by", "ended_at")
SELECT "id", 1, 'lift', CASE "state" WHEN 'lift-requested' THEN 'awaiting' ELSE 'approved' END,
  jsonb_build_object('freezeId', "id", 'ticket', "ticket", 'evidence', COALESCE("evidence", '[]')), "id", "user_id",
  "domain", "requested_by", "requested_at", COALESCE("ends_at", "ended_at", "requested_at"), "decided_by", "ended_at"
FROM "account_freeze"
WHERE "state" <> 'frozen';

DROP INDEX "account_freeze_due";
ALTER TABLE "account_freeze" DROP CONSTRAINT "account_freeze_request_ends";
ALTER TABLE "account_freeze" DROP CONSTRAINT "account_freeze_state";

UPDATE "account_freeze" SET "state" = 'frozen' WHERE "state" = 'lift-requested';

ALTER TABLE "account_freeze"
  ADD CONSTRAINT "account_freeze_state" CHECK ("state" IN ('frozen', 'lifting', 'lifted')),
  DROP COLUMN "ticket",
  DROP COLUMN "evidence",
  DROP COLUMN "requested_by",
  DROP COLUMN "requested_at",
  DROP COLUMN "decided_by",
  DROP COLUMN "ends_at";

-- What the round still has to do.
CREATE INDEX "account_freeze_due" ON "account_freeze" ("frozen_at") WHERE NOT "is_settled" AND "state" = 'frozen';
