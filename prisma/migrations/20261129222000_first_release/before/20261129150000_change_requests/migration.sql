-- Changes of people and devices that take a second person: what a machine asks for, and unlocking what one has locked.
CREATE TABLE "change_request" (
  "id" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "state" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "change" TEXT NOT NULL,
  "role" TEXT,
  "instance_id" TEXT,
  "ticket" TEXT,
  "requested_by" TEXT NOT NULL,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "decided_by" TEXT,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "change_request_pkey" PRIMARY KEY ("id"),
  -- Neither who is concerned nor who asked, nor who holds the key of the system that asked.
  CONSTRAINT "change_request_four_eyes" CHECK (
    "decided_by" IS NULL OR ("decided_by" NOT IN ("user_id", "requested_by")
      AND position("decided_by" || ' through the service account ' IN "requested_by") <> 1)
  )
);

-- The same change is asked for once at a time. Prisma's schema cannot say that.
CREATE UNIQUE INDEX "change_request_one_current"
  ON "change_request"("user_id", "domain", "change", (COALESCE("role", '')), (COALESCE("instance_id", '')))
  WHERE "state" IN ('awaiting-approval', 'approved');

CREATE INDEX "change_request_state_requested_at_idx" ON "change_request"("state", "requested_at");
