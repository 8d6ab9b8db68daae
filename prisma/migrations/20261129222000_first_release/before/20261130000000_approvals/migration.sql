-- What takes a second person, of every kind, in one table. What a kind says of its request is in `subject`.
CREATE TABLE "approval" (
  "id" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "subject" JSONB NOT NULL,
  "subject_key" TEXT NOT NULL,
  "user_id" TEXT,
  "domain" TEXT NOT NULL,
  "requested_by" TEXT NOT NULL,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "decided_by" TEXT,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "approval_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "approval_state" CHECK ("state" IN ('awaiting', 'approved', 'declined', 'withdrawn', 'expired')),
  -- One that was approved has not ended while it is due.
  CONSTRAINT "approval_end" CHECK ("state" = 'approved' OR ("ended_at" IS NULL) = ("state" = 'awaiting'))
);

INSERT INTO "approval" ("id", "version", "kind", "state", "subject", "subject_key", "user_id", "domain", "requested_by",
  "requested_at", "ends_at", "decided_by", "ended_at")
SELECT "id", "version", 'removal',
  CASE "state" WHEN 'awaiting-approval' THEN 'awaiting' WHEN 'removed' THEN 'approved' ELSE "state" END,
  jsonb_build_object('instanceId', "instance_id", 'reason', "reason", 'ticket', "ticket", 'justification', "justification"),
  "instance_id", "user_id", "domain", "requested_by", "requested_at",
  -- Not kept once it was decided.
  COALESCE("ends_at", "ended_at", "requested_at"), "decided_by", "ended_at"
FROM "device_removal";

INSERT INTO "approval" ("id", "version", "kind", "state", "subject", "subject_key", "user_id", "domain", "requested_by",
  "requested_at", "ends_at", "decided_by", "ended_at")
SELECT "id", "version", 'change',
  CASE "state" WHEN 'awaiting-approval' THEN 'awaiting' WHEN 'done' THEN 'approved' ELSE "state" END,
  jsonb_build_object('change', "change", 'role', "role", 'instanceId', "instance_id", 'ticket', "ticket"),
  "user_id" || ' ' || "change" || ' ' || COALESCE("role", "instance_id", ''),
  "user_id", "domain", "requested_by", "requested_at", "ends_at", "decided_by", "ended_at"
FROM "change_request";

DROP TABLE "device_removal";
DROP TABLE "change_request";

-- Neither who is concerned nor who asked, nor who holds the key of the system that asked. Requests of before obeyed the rules
-- of their time.
ALTER TABLE "approval" ADD CONSTRAINT "approval_four_eyes" CHECK (
  "user_id" IS DISTINCT FROM "requested_by" AND ("decided_by" IS NULL OR (
    "decided_by" <> "requested_by" AND "decided_by" IS DISTINCT FROM "user_id"
    AND position("decided_by" || ' through the service account ' IN "requested_by") <> 1))
) NOT VALID;

-- What was approved took a second person, or a reason why there was none.
ALTER TABLE "approval" ADD CONSTRAINT "approval_takes_two" CHECK (
  "state" NOT IN ('approved', 'withdrawn') OR "decided_by" IS NOT NULL OR "subject" ->> 'justification' IS NOT NULL
) NOT VALID;

-- The same is asked for once at a time. Prisma's schema cannot say that.
CREATE UNIQUE INDEX "approval_one_current" ON "approval" ("kind", "domain", "subject_key") WHERE "ended_at" IS NULL;

CREATE INDEX "approval_kind_state_requested_at_idx" ON "approval" ("kind", "state", "requested_at");
CREATE INDEX "approval_user_id_domain_requested_at_idx" ON "approval" ("user_id", "domain", "requested_at");
