-- A secret that was mailed to a user: for a first password, a forgotten one, or as a proof of a session.
CREATE TABLE "mailed_secret" (
  "user_id" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "secret_hash" TEXT NOT NULL,
  "tries_left" INTEGER NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "mailed_secret_pkey" PRIMARY KEY ("user_id", "domain", "purpose"),
  CONSTRAINT "mailed_secret_tries" CHECK ("tries_left" >= 0),
  CONSTRAINT "mailed_secret_user_id_domain_fkey" FOREIGN KEY ("user_id", "domain")
    REFERENCES "user_account" ("user_id", "domain") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "mailed_secret_secret_hash_key" ON "mailed_secret" ("secret_hash");

-- A staff role that somebody is to get, which takes two people.
CREATE TABLE "role_request" (
  "id" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "state" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "requested_by" TEXT NOT NULL,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "decided_by" TEXT,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "role_request_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "role_request_four_eyes" CHECK ("decided_by" IS NULL OR "decided_by" NOT IN ("requested_by", "user_id")),
  CONSTRAINT "role_request_not_own" CHECK ("requested_by" <> "user_id")
);
CREATE INDEX "role_request_state_requested_at_idx" ON "role_request" ("state", "requested_at");
CREATE UNIQUE INDEX "role_request_one_current" ON "role_request" ("user_id", "domain", "role") WHERE "state" = 'awaiting-approval';
