-- A system that calls this site's API.
CREATE TABLE "service_account" (
  "id" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "domain" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "scopes" TEXT[],
  "networks" TEXT[],
  "requests_per_minute" INTEGER NOT NULL,
  "requested_by" TEXT NOT NULL,
  "approved_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "suspended_at" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3),
  "told_of_expiry_at" TIMESTAMPTZ(3),
  CONSTRAINT "service_account_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "service_account_four_eyes" CHECK ("requested_by" <> "approved_by"),
  CONSTRAINT "service_account_decides_nothing" CHECK (NOT "scopes" && ARRAY[
    'activation:start', 'activation:view', 'approval:decide', 'approval:break-glass', 'account:approve',
    'message:replay', 'service-account:manage'])
);
CREATE INDEX "service_account_domain_created_at_idx" ON "service_account" ("domain", "created_at");
CREATE INDEX "service_account_expires_at_idx" ON "service_account" ("expires_at");
CREATE UNIQUE INDEX "service_account_one_name" ON "service_account" ("domain", "name") WHERE "ended_at" IS NULL;

-- A key of a service account, of which nothing is kept that opens.
CREATE TABLE "service_key" (
  "id" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "key_hash" TEXT NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL,
  "shown_to" TEXT NOT NULL,
  "ends_at" TIMESTAMPTZ(3),
  "last_used_at" TIMESTAMPTZ(3),
  "last_used_from" TEXT,
  CONSTRAINT "service_key_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "service_key_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "service_account" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "service_key_account_id_made_at_idx" ON "service_key" ("account_id", "made_at");

-- A service account that is to be, or is to have more scopes, which takes two people.
CREATE TABLE "service_account_request" (
  "id" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "scopes" TEXT[],
  "networks" TEXT[],
  "requests_per_minute" INTEGER,
  "expires_at" TIMESTAMPTZ(3),
  "requested_by" TEXT NOT NULL,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "decided_by" TEXT,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "service_account_request_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "service_account_request_four_eyes" CHECK ("decided_by" <> "requested_by"),
  CONSTRAINT "service_account_request_whole" CHECK (("requests_per_minute" IS NULL) = ("expires_at" IS NULL))
);
CREATE INDEX "service_account_request_state_requested_at_idx" ON "service_account_request" ("state", "requested_at");
CREATE UNIQUE INDEX "service_account_request_one_current" ON "service_account_request" ("account_id")
  WHERE "state" = 'awaiting-approval';
CREATE UNIQUE INDEX "service_account_request_one_name" ON "service_account_request" ("domain", "name")
  WHERE "state" = 'awaiting-approval' AND "expires_at" IS NOT NULL;

-- What was done to a service account, and what one did.
CREATE INDEX "audit_record_service_account" ON "audit_record" (("fact" ->> 'serviceAccountId'), "at", "sequence_number")
  WHERE "fact" ->> 'serviceAccountId' IS NOT NULL;
CREATE INDEX "audit_record_acting_service_account" ON "audit_record" (("actor" ->> 'serviceAccountId'), "at", "sequence_number")
  WHERE "actor" ->> 'serviceAccountId' IS NOT NULL;
