-- Where people come back to from a service account's activation links.
ALTER TABLE "service_account" ADD COLUMN "return_addresses" JSONB NOT NULL DEFAULT '[]';

-- The way of one person from another site to an activation here and back.
CREATE TABLE "activation_link" (
  "id" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "service_account_id" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "return_url" TEXT NOT NULL,
  "caller_state" TEXT NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "session_id" TEXT,
  "opened_at" TIMESTAMPTZ(3),
  "ends_at" TIMESTAMPTZ(3),
  "activation_id" TEXT,
  "returned_at" TIMESTAMPTZ(3),
  "outcome" TEXT,
  CONSTRAINT "activation_link_pkey" PRIMARY KEY ("id"),
  -- A session's identifier is there for as long as it counts, and no longer.
  CONSTRAINT "activation_link_opened" CHECK (
    ("state" = 'opened') = ("session_id" IS NOT NULL)
    AND ("state" = 'opened') = ("opened_at" IS NOT NULL)
    AND ("state" = 'opened') = ("ends_at" IS NOT NULL)),
  CONSTRAINT "activation_link_returned" CHECK (
    ("state" = 'returned') = ("returned_at" IS NOT NULL) AND ("state" = 'returned') = ("outcome" IS NOT NULL)),
  CONSTRAINT "activation_link_state" CHECK ("state" IN ('made', 'opened', 'returned')),
  CONSTRAINT "activation_link_caller_state" CHECK (length("caller_state") <= 512)
);
CREATE INDEX "activation_link_session_id_idx" ON "activation_link" ("session_id");
CREATE INDEX "activation_link_made_at_idx" ON "activation_link" ("made_at");

-- Keys that sign what a browser carries back to the site that sent it.
CREATE TABLE "result_key" (
  "number" INTEGER NOT NULL,
  "id" TEXT NOT NULL,
  "public_key" TEXT NOT NULL,
  "sealed_private_key" TEXT,
  "not_before" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "result_key_pkey" PRIMARY KEY ("number")
);
CREATE UNIQUE INDEX "result_key_id_key" ON "result_key" ("id");
